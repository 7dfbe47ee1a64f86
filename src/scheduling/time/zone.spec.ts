import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { instantOf, minuteOf } from './instant.js';
import { dayOfDate } from './local-date.js';
import { zoneOf } from './zone.js';

const zurich = zoneOf('Europe/Zurich');
const wall = (date: string, time: number): string => instantOf(zurich.instantAt(dayOfDate(date), time));

describe('the clock of a zone', () => {
  it('is one hour ahead of UTC in a Swiss winter and two in summer', () => {
    expect(wall('2026-01-15', 8 * 60)).toBe('2026-01-15T07:00Z');
    expect(wall('2026-07-15', 8 * 60)).toBe('2026-07-15T06:00Z');
  });

  it('moves a skipped time forward in the spring night', () => {
    expect(wall('2026-03-29', 119)).toBe('2026-03-29T00:59Z');
    expect(wall('2026-03-29', 150)).toBe('2026-03-29T01:30Z');
    expect(wall('2026-03-29', 180)).toBe('2026-03-29T01:00Z');
  });

  it('takes the second showing of a repeated time in the autumn night', () => {
    expect(wall('2026-10-25', 119)).toBe('2026-10-24T23:59Z');
    expect(wall('2026-10-25', 150)).toBe('2026-10-25T01:30Z');
    expect(wall('2026-10-25', 180)).toBe('2026-10-25T02:00Z');
  });

  it('ends a day where the next one starts', () => {
    for (const date of ['2026-03-28', '2026-03-29', '2026-10-25', '2026-12-31']) {
      const day = dayOfDate(date);
      expect(zurich.instantAt(day, 1440)).toBe(zurich.dayStart(day + 1));
    }
  });

  it('knows the local day of an instant around midnight', () => {
    expect(zurich.dayOf(minuteOf('2026-07-14T21:59Z'))).toBe(dayOfDate('2026-07-14'));
    expect(zurich.dayOf(minuteOf('2026-07-14T22:00Z'))).toBe(dayOfDate('2026-07-15'));
  });

  it.each(['Europe/Zurich', 'America/New_York', 'Asia/Kolkata', 'Pacific/Kiritimati', 'Asia/Beirut', 'UTC'])(
    'agrees with Temporal in %s at any minute of four years',
    (id) => {
      const zone = zoneOf(id);
      const from = minuteOf('2024-01-01T00:00Z');
      fc.assert(
        fc.property(fc.integer({ min: from, max: from + 4 * 366 * 1440 }), (minute) => {
          const local = Temporal.Instant.fromEpochMilliseconds(minute * 60_000).toZonedDateTimeISO(id);
          const day = dayOfDate(local.toPlainDate().toString());
          const repeated = local.toPlainDateTime().toZonedDateTime(id, { disambiguation: 'later' });

          expect(zone.dayOf(minute)).toBe(day);
          expect(zone.instantAt(day, local.hour * 60 + local.minute)).toBe(
            repeated.epochMilliseconds / 60_000,
          );
        }),
      );
    },
  );

  it('refuses a zone that does not exist', () => {
    expect(() => zoneOf('Europe/Musterland').dayStart(0)).toThrow(RangeError);
  });
});

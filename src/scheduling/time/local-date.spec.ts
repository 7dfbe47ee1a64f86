import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { dateOfDay, dayOfDate, weekdayOf, weekOf } from './local-date.js';

describe('local dates', () => {
  it('count from the first of January 1970', () => {
    expect(dayOfDate('1970-01-01')).toBe(0);
    expect(dayOfDate('2026-10-26')).toBe(20752);
  });

  it('agree with the calendar of Temporal in both directions', () => {
    fc.assert(
      fc.property(fc.integer({ min: -50_000, max: 60_000 }), (day) => {
        const date = Temporal.PlainDate.from('1970-01-01').add({ days: day });

        expect(dateOfDay(day)).toBe(date.toString());
        expect(dayOfDate(date.toString())).toBe(day);
        expect(weekdayOf(day)).toBe(date.dayOfWeek);
      }),
    );
  });

  it('change week from Sunday to Monday', () => {
    const sunday = dayOfDate('2026-10-25');

    expect(weekOf(sunday + 1)).toBe(weekOf(sunday) + 1);
    expect(weekOf(sunday - 6)).toBe(weekOf(sunday));
  });

  it.each(['2026-02-30', '2026-13-01', '26.10.2026', '2026-1-1', ''])('refuse %s', (text) => {
    expect(() => dayOfDate(text)).toThrow(RangeError);
  });
});

import { describe, expect, it } from '@jest/globals';
import { at, calendar } from '../../../test/support/tariff-cases.js';
import { instantOf, minuteOf } from '../time/instant.js';
import { lastMinuteInTime, type AdvanceNotice } from './advance-notice.js';

function lastInTime(start: string, notice: AdvanceNotice): string | undefined {
  const minute = lastMinuteInTime(minuteOf(at(start)), notice, calendar);
  return minute === undefined ? undefined : instantOf(minute);
}

/** Working days have no published rule among the sources; this is what the words mean. */
describe('working days before a visit', () => {
  const two = { kind: 'working-days', days: 2, until: null } as const;

  it('end at the hour of its start', () => {
    expect(lastInTime('2026-12-03 10:00', two)).toBe(at('2026-12-01 10:00'));
  });

  it('leave out the weekend', () => {
    expect(lastInTime('2026-11-30 10:00', two)).toBe(at('2026-11-26 10:00'));
  });

  it('leave out Easter', () => {
    expect(lastInTime('2026-04-07 10:00', two)).toBe(at('2026-04-01 10:00'));
  });

  it('end at a fixed hour where there is one', () => {
    expect(lastInTime('2026-12-03 16:00', { ...two, days: 1, until: '12:00' })).toBe(at('2026-12-02 12:00'));
  });

  it.each(['2026-03-29', '2026-10-25'])('keep the hour of the clock when it is changed on %s', (sunday) => {
    const friday = sunday === '2026-03-29' ? '2026-03-26' : '2026-10-22';

    expect(lastInTime(`${sunday} 10:00`, two)).toBe(at(`${friday} 10:00`));
  });
});

describe('hours before a visit', () => {
  const hours = (count: number, exactly: 'in-time' | 'late'): AdvanceNotice => ({
    kind: 'hours',
    hours: count,
    without: ['weekends', 'holidays'],
    exactly,
  });

  it('that end at midnight after a weekend end with the Friday when exactly is late', () => {
    expect(lastInTime('2026-11-30 10:00', hours(10, 'in-time'))).toBe(at('2026-11-30 00:00'));
    expect(lastInTime('2026-11-30 10:00', hours(10, 'late'))).toBe(at('2026-11-27 23:59'));
  });

  it('before a visit on a holiday begin with the working day before', () => {
    expect(lastInTime('2026-04-06 10:00', hours(4, 'in-time'))).toBe(at('2026-04-02 20:00'));
  });
});

it('some things are never in time', () => {
  expect(lastInTime('2026-12-01 10:00', { kind: 'never' })).toBeUndefined();
});

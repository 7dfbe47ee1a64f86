import { describe, expect, it } from '@jest/globals';
import { instantOf } from './instant.js';
import { dayOfDate } from './local-date.js';
import { hoursOn, minuteOfDay, weeklyHoursOf } from './weekly-hours.js';
import { zoneOf } from './zone.js';

const zurich = zoneOf('Europe/Zurich');
const open = (weekday: number, from: string, to: string) => ({ day: weekday, from, to });
const on = (ranges: readonly ReturnType<typeof open>[], date: string): readonly string[] =>
  hoursOn(weeklyHoursOf(ranges), dayOfDate(date), zurich).map(
    (x) => `${instantOf(x.from)}/${instantOf(x.to)}`,
  );

describe('weekly hours', () => {
  it('apply on their weekday only', () => {
    const mondays = [open(1, '08:00', '12:00')];

    expect(on(mondays, '2026-10-26')).toEqual(['2026-10-26T07:00Z/2026-10-26T11:00Z']);
    expect(on(mondays, '2026-10-27')).toEqual([]);
  });

  it('follow the wall clock over the end of summer time', () => {
    const fridayAndMonday = [open(5, '08:00', '12:00'), open(1, '08:00', '12:00')];

    expect(on(fridayAndMonday, '2026-10-23')).toEqual(['2026-10-23T06:00Z/2026-10-23T10:00Z']);
    expect(on(fridayAndMonday, '2026-10-26')).toEqual(['2026-10-26T07:00Z/2026-10-26T11:00Z']);
  });

  it('lose the skipped hour and gain the repeated one', () => {
    const sundayNight = [open(7, '01:00', '04:00')];

    expect(on(sundayNight, '2026-03-29')).toEqual(['2026-03-29T00:00Z/2026-03-29T02:00Z']);
    expect(on(sundayNight, '2026-10-25')).toEqual(['2026-10-24T23:00Z/2026-10-25T03:00Z']);
  });

  it('join where one stretch ends and the next begins, in any order', () => {
    expect(on([open(1, '12:00', '17:00'), open(1, '08:00', '12:00')], '2026-10-26')).toEqual([
      '2026-10-26T07:00Z/2026-10-26T16:00Z',
    ]);
  });

  it('may last until midnight', () => {
    expect(on([open(1, '18:00', '24:00')], '2026-10-26')).toEqual(['2026-10-26T17:00Z/2026-10-26T23:00Z']);
  });

  it.each(['8:00', '24:01', '12:60', 'noon'])('refuse %s', (time) => {
    expect(() => minuteOfDay(time)).toThrow(RangeError);
  });
});

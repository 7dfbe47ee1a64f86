import { describe, expect, it } from '@jest/globals';
import { tariffCalendar } from '../tariffs/tariff-calendar.js';
import { dayOfDate } from '../time/local-date.js';
import {
  afterQuiet,
  sendingDayAfter,
  sendingDayBefore,
  sendingTime,
  type SendingRules,
} from './sending-time.js';

const EASTER_MONDAY = '2027-03-29';
const calendar = tariffCalendar('Europe/Zurich', ['2027-03-26', EASTER_MONDAY, '2027-12-25']);
const rules: SendingRules = { calendar, sendAt: 9 * 60, quietFrom: 20 * 60, quietUntil: 7 * 60 };
const minute = (instant: string): number => Date.parse(instant) / 60_000;
const shown = (instant: number): string => new Date(instant * 60_000).toISOString().slice(0, 16);

describe('the days on which people are written to', () => {
  it.each([
    ['a Saturday', '2027-01-16', '2027-01-16', '2027-01-16'],
    ['a Sunday', '2027-01-17', '2027-01-16', '2027-01-18'],
    ['a holiday beside a Sunday', EASTER_MONDAY, '2027-03-27', '2027-03-30'],
    ['a holiday before a Saturday', '2027-03-26', '2027-03-25', '2027-03-27'],
  ])('leave out %s', (_, day, before, after) => {
    const number = dayOfDate(day);
    expect(sendingDayBefore(number, calendar)).toBe(dayOfDate(before));
    expect(sendingDayAfter(number, calendar)).toBe(dayOfDate(after));
  });
});

describe('the instant of a day at which something leaves', () => {
  it.each([
    ['before the clock change', '2027-03-27', '2027-03-27T08:00'],
    ['after the clock change', '2027-03-30', '2027-03-30T07:00'],
  ])('is the office’s time %s', (_, day, instant) => {
    expect(shown(sendingTime(dayOfDate(day), rules))).toBe(instant);
  });
});

describe('what is late', () => {
  it.each([
    ['by day leaves at once', '2027-01-20T14:30', '2027-01-20T14:30'],
    ['in the evening waits for the morning', '2027-01-20T19:00', '2027-01-21T06:00'],
    ['at night waits for the morning', '2027-01-20T02:00', '2027-01-20T06:00'],
    ['on Saturday evening waits for Monday', '2027-01-16T20:00', '2027-01-18T06:00'],
    ['on a Sunday at noon waits for Monday', '2027-01-17T11:00', '2027-01-18T06:00'],
    ['on Easter Sunday waits for Tuesday', '2027-03-28T10:00', '2027-03-30T05:00'],
    ['in the night of the clock change waits until after its Sunday', '2027-10-31T00:30', '2027-11-01T06:00'],
    ['in the last quiet minute waits a minute', '2027-01-20T05:59', '2027-01-20T06:00'],
    ['in the first minute of the day leaves', '2027-01-20T06:00', '2027-01-20T06:00'],
  ])('%s', (_, instant, expected) => {
    expect(shown(afterQuiet(minute(`${instant}Z`), rules))).toBe(expected);
  });

  it('waits for the wall clock in the morning of a change when Sundays count', () => {
    const open = { ...rules, calendar: { ...calendar, holidays: new Set<number>() } };
    const monday = tariffCalendar('Africa/Cairo', []);
    // in Cairo the clock goes forward on a Friday at midnight: 30 April 2027
    const cairo = { ...open, calendar: monday };
    expect(shown(afterQuiet(minute('2027-04-30T03:30Z'), cairo))).toBe('2027-04-30T04:00');
    expect(shown(afterQuiet(minute('2027-04-30T04:10Z'), cairo))).toBe('2027-04-30T04:10');
  });
});

import { describe, expect, it } from '@jest/globals';
import { tariffCalendar } from '../tariffs/tariff-calendar.js';
import { dayOfDate } from '../time/local-date.js';
import { invitationDay } from './invitation-day.js';

const calendar = tariffCalendar('Europe/Zurich', ['2027-01-11']);
const taken = (days: Readonly<Record<string, number>>) => ({
  perDay: 3,
  taken: new Map(Object.entries(days).map(([day, count]) => [dayOfDate(day), count])),
});

describe('the day of one more invitation', () => {
  it.each([
    ['nothing waits', {}, '2027-01-08'],
    ['two leave today', { '2027-01-08': 2 }, '2027-01-08'],
    ['one that is tried again leaves later', { '2027-01-09': 1 }, '2027-01-08'],
    ['three leave today', { '2027-01-08': 3 }, '2027-01-09'],
    ['Saturday is full too, and Monday is a holiday', { '2027-01-08': 4, '2027-01-09': 3 }, '2027-01-12'],
  ])('when %s', (_, days, day) => {
    expect(invitationDay(dayOfDate('2027-01-08'), taken(days), calendar)).toBe(dayOfDate(day));
  });
});

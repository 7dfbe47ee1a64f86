import { describe, expect, it } from '@jest/globals';
import { minuteOf } from '../time/instant.js';
import { afterOpenHours, answerDeadline } from './answer-deadline.js';
import { needsStaff } from './needs-staff.js';
import { openHours } from './open-hours.js';

const WEEK = [1, 2, 3, 4, 5].map((day) => ({ day, from: '08:00', to: '17:00' }));
const site = { timeZone: 'Europe/Zurich', weekly: WEEK, closed: [] as string[] };
const at = (instant: string): number => minuteOf(instant);
/** Monday, 11 January 2027, 9:00 in Zürich. */
const MONDAY = at('2027-01-11T08:00Z');
const deadline = (change: Partial<Parameters<typeof answerDeadline>[0]>, closed: string[] = []): number =>
  answerDeadline(
    {
      now: MONDAY,
      hours: 48,
      start: at('2027-02-25T09:00Z'),
      alarmHours: 72,
      untilHours: 24,
      ...change,
    },
    openHours({ ...site, closed }, change.now ?? MONDAY, 60),
  );

describe('the deadline of an offer', () => {
  it.each([
    // 8 hours today, 40 more at 9 a day
    ['48 hours from Monday 9:00', {}, '2027-01-18T11:00Z'],
    ['one hour on Monday', { hours: 1 }, '2027-01-11T09:00Z'],
    ['the whole day', { hours: 8 }, '2027-01-11T16:00Z'],
    [
      'a minute of the evening goes over to the morning',
      { now: at('2027-01-11T18:30Z'), hours: 1 },
      '2027-01-12T08:00Z',
    ],
    ['Friday 16:00 and two hours', { now: at('2027-01-15T15:00Z'), hours: 2 }, '2027-01-18T08:00Z'],
    [
      'across the change to summer time',
      { now: at('2027-03-26T15:00Z'), hours: 2, start: at('2027-04-30T09:00Z') },
      '2027-03-29T07:00Z',
    ],
  ] as const)('%s', (_, change, expected) => {
    expect(deadline(change)).toBe(at(expected));
  });

  it('leaves closing days out', () => {
    expect(deadline({ hours: 9 }, ['2027-01-12'])).toBe(at('2027-01-13T08:00Z'));
  });

  it('is not beyond the moment at which staff take over, nor after that beyond the last moment to ask', () => {
    expect(deadline({ start: at('2027-01-15T09:00Z') })).toBe(at('2027-01-12T09:00Z'));
    expect(deadline({ start: at('2027-01-13T09:00Z') })).toBe(at('2027-01-12T09:00Z'));
  });

  it('is the end of what is known when the opening hours do not suffice', () => {
    expect(afterOpenHours(0, 60, [{ from: 10, to: 40 }])).toBe(40);
    expect(afterOpenHours(5, 60, [])).toBe(65);
  });
});

describe('a talk whose interpreter is not sure', () => {
  const talk = { state: 'asked', start: 10_000, told: null } as const;

  it('is a matter for staff from so many hours before it, to the minute', () => {
    expect(needsStaff(talk, 10_000 - 72 * 60 - 1, 72)).toBeUndefined();
    expect(needsStaff(talk, 10_000 - 72 * 60, 72)).toBe('no-answer');
  });

  it('is one earlier when the household still believes in an earlier time', () => {
    expect(needsStaff({ ...talk, told: 9_000 }, 9_000 - 72 * 60, 72)).toBe('no-answer');
  });

  it('is one at once when nobody is left, and none when somebody comes', () => {
    expect(needsStaff({ ...talk, state: 'missing' }, 0, 72)).toBe('nobody-left');
    expect(needsStaff({ ...talk, state: 'confirmed' }, 9_999, 72)).toBeUndefined();
  });
});

import { describe, expect, it } from '@jest/globals';
import { tariffCalendar } from '../tariffs/tariff-calendar.js';
import type { Ladder, Rung } from './ladder.js';
import { rungsAfter, type InvitedHousehold } from './rungs-after.js';
import type { SendingRules } from './sending-time.js';

const rules: SendingRules = {
  calendar: tariffCalendar('Europe/Zurich', ['2027-03-26', '2027-03-29']),
  sendAt: 9 * 60,
  quietFrom: 20 * 60,
  quietUntil: 7 * 60,
};
const rung = (kind: Rung['kind'], afterDays: number, change: Partial<Rung> = {}): Rung => ({
  kind,
  afterDays,
  channel: 'own',
  days: 'calendar',
  stops: ['answered'],
  ...change,
});
/** product.md: reminder to answer after 7 days, letter after 14, second invitation after 28. */
const ladder: Ladder = [
  rung('invitation', 0),
  rung('answer-reminder', 7, { channel: 'email' }),
  rung('answer-letter', 14, { channel: 'letter' }),
  rung('second-invitation', 28),
];
const minute = (instant: string): number => Date.parse(`${instant}Z`) / 60_000;
/** Invited on Monday, 11 January 2027. */
const household = (change: Partial<InvitedHousehold> = {}): InvitedHousehold => ({
  invitedAt: minute('2027-01-11T09:00'),
  talkStart: minute('2027-03-01T13:00'),
  channels: ['email', 'letter'],
  reminders: [],
  ...change,
});
const shown = (steps: ReturnType<typeof rungsAfter>): string[] =>
  steps.map(({ kind, channel, dueAt, usefulUntil }) =>
    [
      kind,
      channel,
      ...[dueAt, usefulUntil].map((at) => new Date(at * 60_000).toISOString().slice(5, 16)),
    ].join(' '),
  );

describe('the rungs after an invitation', () => {
  it('stand so many days after it, each until the next one is due', () => {
    expect(shown(rungsAfter(ladder, household(), rules))).toEqual([
      'answer-reminder email 01-18T08:00 01-25T08:00',
      'answer-letter letter 01-25T08:00 02-08T08:00',
      'second-invitation email 02-08T08:00 02-27T13:00',
    ]);
  });

  it('are letters for a household without an address that works', () => {
    expect(shown(rungsAfter(ladder, household({ channels: ['letter'] }), rules))).toEqual([
      'answer-letter letter 01-25T08:00 02-08T08:00',
      'second-invitation letter 02-08T08:00 02-24T13:00',
    ]);
  });

  it('are e-mails alone for a household whose home nobody knows', () => {
    const steps = rungsAfter(ladder, household({ channels: ['email'] }), rules);

    expect(steps.map(({ channel }) => channel)).toEqual(['email', 'email']);
  });

  it.each([
    ['the talk comes before', '2027-01-27T13:00', ['answer-reminder email 01-18T08:00 01-25T13:00']],
    ['post would come too late', '2027-01-30T08:00', ['answer-reminder email 01-18T08:00 01-28T08:00']],
    [
      'post comes just in time',
      '2027-01-30T08:01',
      ['answer-reminder email 01-18T08:00 01-25T08:00', 'answer-letter letter 01-25T08:00 01-25T08:01'],
    ],
  ])('are left out when %s', (_, talkStart, expected) => {
    expect(shown(rungsAfter(ladder, household({ talkStart: minute(talkStart) }), rules))).toEqual(expected);
  });

  it('leave the asking to the reminders of the talk once these have begun, except on paper', () => {
    const reminders = [minute('2027-02-01T08:00'), minute('2027-02-07T08:00')];

    expect(shown(rungsAfter(ladder, household({ reminders }), rules))).toEqual([
      'answer-reminder email 01-18T08:00 01-25T08:00',
      'answer-letter letter 01-25T08:00 02-24T13:00',
    ]);
  });

  it.each([
    ['an e-mail on a Saturday', 5, 'email', 'calendar', '01-16T08:00'],
    ['an e-mail due on a Sunday, on Monday', 6, 'email', 'calendar', '01-18T08:00'],
    ['a letter due on a Saturday, on Monday', 5, 'letter', 'calendar', '01-18T08:00'],
    ['five working days, a week later', 5, 'email', 'working', '01-18T08:00'],
    ['six working days, on the day after', 6, 'letter', 'working', '01-19T08:00'],
  ] as const)('keep free days: %s', (_, afterDays, channel, days, due) => {
    const one = [rung('invitation', 0), rung('answer-reminder', afterDays, { channel, days })];

    const [step] = rungsAfter(one, household(), rules);

    expect(new Date(step!.dueAt * 60_000).toISOString().slice(5, 16)).toBe(due);
  });

  it('jump over Easter, and keep the wall clock in summer', () => {
    const late = { invitedAt: minute('2027-03-22T10:00'), talkStart: minute('2027-05-03T08:00') };

    expect(shown(rungsAfter(ladder, household(late), rules))).toEqual([
      'answer-reminder email 03-30T07:00 04-05T07:00',
      'answer-letter letter 04-05T07:00 04-19T07:00',
      'second-invitation email 04-19T07:00 05-01T08:00',
    ]);
  });
});

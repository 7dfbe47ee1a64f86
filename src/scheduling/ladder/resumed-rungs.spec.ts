import { describe, expect, it } from '@jest/globals';
import { tariffCalendar } from '../tariffs/tariff-calendar.js';
import { resumedRungs } from './resumed-rungs.js';
import type { DatedRung } from './rungs-after.js';

const rules = {
  calendar: tariffCalendar('Europe/Zurich', []),
  sendAt: 9 * 60,
  quietFrom: 20 * 60,
  quietUntil: 7 * 60,
};
const minute = (instant: string): number => Date.parse(`${instant}Z`) / 60_000;
const rung = (kind: DatedRung['kind'], channel: DatedRung['channel'], due: string): DatedRung => ({
  kind,
  channel,
  dueAt: minute(due),
  usefulUntil: minute('2027-03-01T08:00'),
  stops: ['suspended'],
});
const shown = (rungs: readonly DatedRung[]): string[] =>
  rungs.map(({ kind, dueAt, usefulUntil }) =>
    [kind, ...[dueAt, usefulUntil].map((at) => new Date(at * 60_000).toISOString().slice(5, 16))].join(' '),
  );

describe('a ladder that goes on', () => {
  const rungs = [
    rung('answer-reminder', 'email', '2027-01-18T08:00'),
    rung('answer-letter', 'letter', '2027-01-25T08:00'),
    rung('second-invitation', 'email', '2027-02-08T08:00'),
  ];
  const talk = { talkStart: minute('2027-03-01T13:00'), reminders: [minute('2027-02-22T08:00')] };

  it('is later by as long as it stood still, each rung until the next', () => {
    expect(shown(resumedRungs(rungs, { ...talk, minutes: 7 * 1440 }, rules))).toEqual([
      'answer-reminder 01-25T08:00 02-01T08:00',
      'answer-letter 02-01T08:00 02-15T08:00',
      'second-invitation 02-15T08:00 02-22T08:00',
    ]);
  });

  it('leaves out what would come too late for the talk', () => {
    expect(shown(resumedRungs(rungs, { ...talk, minutes: 28 * 1440 }, rules))).toEqual([
      'answer-reminder 02-15T08:00 02-22T08:00',
      'answer-letter 02-22T08:00 02-24T13:00',
    ]);
  });

  it('keeps Sundays and the night', () => {
    const [first] = resumedRungs(rungs, { ...talk, minutes: 6 * 1440 }, rules);
    const [night] = resumedRungs(rungs, { ...talk, minutes: 7 * 1440 + 12 * 60 }, rules);

    expect(shown([first!])[0]).toContain('01-25T06:00');
    expect(shown([night!])[0]).toContain('01-26T06:00');
  });
});

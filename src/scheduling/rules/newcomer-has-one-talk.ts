import { instantOf } from '../time/instant.js';
import { otherTalks } from './other-talks.js';
import type { Rule } from './rule.js';

/** A newcomer is invited to one talk; move the first one instead of adding a second. */
export const newcomerHasOneTalk: Rule = {
  id: 'newcomer-has-one-talk',
  check: (talk, schedule) => {
    const [other] = otherTalks(schedule.talks.byNewcomer.get(talk.newcomer.id), talk);
    if (!other) return undefined;
    const subject = { kind: 'newcomer', id: talk.newcomer.id } as const;
    return {
      rule: 'newcomer-has-one-talk',
      subject,
      from: instantOf(other.start),
      until: instantOf(other.end),
    };
  },
};

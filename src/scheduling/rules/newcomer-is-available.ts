import { instantOf } from '../time/instant.js';
import { overlaps } from '../time/interval.js';
import type { Rule } from './rule.js';

/** The talk does not touch a time at which the newcomer cannot come. */
export const newcomerIsAvailable: Rule = {
  id: 'newcomer-is-available',
  check: (talk) => {
    const hours = { from: talk.start, to: talk.end };
    const busy = talk.newcomer.unavailableTimes.find((time) => overlaps(time, hours));
    if (!busy) return undefined;
    const subject = { kind: 'newcomer', id: talk.newcomer.id } as const;
    return { rule: 'newcomer-is-available', subject, from: instantOf(busy.from), until: instantOf(busy.to) };
  },
};

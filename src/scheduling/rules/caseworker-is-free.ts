import { instantOf } from '../time/instant.js';
import { otherTalks } from './other-talks.js';
import type { Rule } from './rule.js';

/** One talk at a time, the buffer behind each talk included. */
export const caseworkerIsFree: Rule = {
  id: 'caseworker-is-free',
  check: (talk, schedule) => {
    const others = otherTalks(schedule.talks.byCaseworker.get(talk.caseworker.id), talk);
    const other = others.find((taken) => taken.start < talk.bufferEnd && talk.start < taken.bufferEnd);
    if (!other) return undefined;
    const subject = { kind: 'caseworker', id: talk.caseworker.id } as const;
    return {
      rule: 'caseworker-is-free',
      subject,
      from: instantOf(other.start),
      until: instantOf(other.bufferEnd),
    };
  },
};

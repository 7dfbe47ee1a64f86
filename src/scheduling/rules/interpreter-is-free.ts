import { instantOf } from '../time/instant.js';
import { otherTalks } from './other-talks.js';
import type { Rule } from './rule.js';

/** One talk at a time, the buffer is not theirs. */
export const interpreterIsFree: Rule = {
  id: 'interpreter-is-free',
  check: (talk, schedule) => {
    if (!talk.interpreter) return undefined;
    const others = otherTalks(schedule.talks.byInterpreter.get(talk.interpreter.id), talk);
    const other = others.find((taken) => taken.start < talk.end && talk.start < taken.end);
    if (!other) return undefined;
    const subject = { kind: 'interpreter', id: talk.interpreter.id } as const;
    return {
      rule: 'interpreter-is-free',
      subject,
      from: instantOf(other.start),
      until: instantOf(other.end),
    };
  },
};

import { instantOf } from '../time/instant.js';
import { overlaps } from '../time/interval.js';
import type { Rule } from './rule.js';

/** No absence touches the talk; appointments elsewhere count as absences. */
export const interpreterIsNotAbsent: Rule = {
  id: 'interpreter-is-not-absent',
  check: (talk) => {
    const hours = { from: talk.start, to: talk.end };
    const absence = talk.interpreter?.absences.find((time) => overlaps(time, hours));
    if (!talk.interpreter || !absence) return undefined;
    const subject = { kind: 'interpreter', id: talk.interpreter.id } as const;
    return {
      rule: 'interpreter-is-not-absent',
      subject,
      from: instantOf(absence.from),
      until: instantOf(absence.to),
    };
  },
};

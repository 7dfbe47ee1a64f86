import { instantOf } from '../time/instant.js';
import { overlaps } from '../time/interval.js';
import type { Rule } from './rule.js';

/** No absence touches the talk or its buffer. */
export const caseworkerIsNotAbsent: Rule = {
  id: 'caseworker-is-not-absent',
  check: (talk) => {
    const hours = { from: talk.start, to: talk.bufferEnd };
    const absence = talk.caseworker.absences.find((time) => overlaps(time, hours));
    if (!absence) return undefined;
    const subject = { kind: 'caseworker', id: talk.caseworker.id } as const;
    return {
      rule: 'caseworker-is-not-absent',
      subject,
      from: instantOf(absence.from),
      until: instantOf(absence.to),
    };
  },
};

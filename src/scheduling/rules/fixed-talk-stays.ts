import type { Candidate } from '../model.js';
import { parseInstant } from '../time/instant.js';
import type { Rule } from './rule.js';

/** A pinned appointment is taken over as it is. */
export const fixedTalkStays: Rule = {
  id: 'fixed-talk-stays',
  check: (talk, schedule) => {
    const fixed = schedule.appointments.get(talk.newcomer.id);
    if (!fixed?.pinned || isSame(fixed, talk.candidate)) return undefined;
    return {
      rule: 'fixed-talk-stays',
      subject: { kind: 'newcomer', id: talk.newcomer.id },
      from: fixed.start,
    };
  },
};

const PARTS = ['mode', 'site', 'room', 'caseworker', 'interpreter', 'interpreterMode', 'lang'] as const;

function isSame(a: Candidate, b: Candidate): boolean {
  return PARTS.every((part) => a[part] === b[part]) && parseInstant(a.start) === parseInstant(b.start);
}

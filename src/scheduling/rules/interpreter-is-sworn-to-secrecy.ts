import { dayOfDate } from '../time/local-date.js';
import type { Rule } from './rule.js';

/** A secrecy declaration is valid on the day of the talk; snapshots without the field do not ask for it. */
export const interpreterIsSwornToSecrecy: Rule = {
  id: 'interpreter-is-sworn-to-secrecy',
  check: (talk) => {
    const { interpreter } = talk;
    if (!interpreter || interpreter.secrecyFrom === undefined) return undefined;
    const subject = { kind: 'interpreter', id: interpreter.id } as const;
    const { secrecyFrom, secrecyUntil } = interpreter;
    if (secrecyFrom === null) return { rule: 'interpreter-is-sworn-to-secrecy', subject };
    if (talk.day < dayOfDate(secrecyFrom))
      return { rule: 'interpreter-is-sworn-to-secrecy', subject, date: secrecyFrom };
    if (!secrecyUntil || talk.day <= dayOfDate(secrecyUntil)) return undefined;
    return { rule: 'interpreter-is-sworn-to-secrecy', subject, date: secrecyUntil };
  },
};

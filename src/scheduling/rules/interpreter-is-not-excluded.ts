import type { Rule } from './rule.js';

/** A conflict of interest keeps an interpreter out; the reason stays with the office. */
export const interpreterIsNotExcluded: Rule = {
  id: 'interpreter-is-not-excluded',
  check: (talk) => {
    if (!talk.interpreter || !talk.newcomer.conflicts.includes(talk.interpreter.id)) return undefined;
    return { rule: 'interpreter-is-not-excluded', subject: { kind: 'interpreter', id: talk.interpreter.id } };
  },
};

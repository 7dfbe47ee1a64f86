import type { Rule } from './rule.js';

/** A talk is by video only with those who accept it. */
export const newcomerAcceptsMode: Rule = {
  id: 'newcomer-accepts-mode',
  check: (talk) => {
    if (talk.newcomer.modes.includes(talk.candidate.mode)) return undefined;
    return { rule: 'newcomer-accepts-mode', subject: { kind: 'newcomer', id: talk.newcomer.id } };
  },
};

import type { Rule } from './rule.js';

/** The talk is led by someone of the newcomer's office. */
export const caseworkerOfTheOffice: Rule = {
  id: 'caseworker-of-the-office',
  check: (talk) => {
    if (talk.caseworker.office === talk.newcomer.office) return undefined;
    return { rule: 'caseworker-of-the-office', subject: { kind: 'caseworker', id: talk.caseworker.id } };
  },
};

import type { Rule } from './rule.js';

/** Without an interpreter the caseworker speaks the language of the talk. */
export const caseworkerSpeaksLanguage: Rule = {
  id: 'caseworker-speaks-language',
  check: (talk) => {
    const { lang } = talk.candidate;
    if (talk.interpreter || talk.caseworker.languages.includes(lang)) return undefined;
    const subject = { kind: 'caseworker', id: talk.caseworker.id } as const;
    return { rule: 'caseworker-speaks-language', subject, lang };
  },
};

import type { Rule } from './rule.js';

/** The interpreter offers the language of the talk. */
export const interpreterSpeaksLanguage: Rule = {
  id: 'interpreter-speaks-language',
  check: (talk) => {
    const { lang } = talk.candidate;
    if (!talk.interpreter || talk.interpreter.languages.some((offered) => offered.lang === lang))
      return undefined;
    const subject = { kind: 'interpreter', id: talk.interpreter.id } as const;
    return { rule: 'interpreter-speaks-language', subject, lang };
  },
};

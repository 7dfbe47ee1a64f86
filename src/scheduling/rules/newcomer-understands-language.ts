import type { Rule } from './rule.js';

/** The talk is in one of the newcomer's languages. */
export const newcomerUnderstandsLanguage: Rule = {
  id: 'newcomer-understands-language',
  check: (talk) => {
    const { lang } = talk.candidate;
    if (talk.newcomer.languages.some((known) => known.lang === lang)) return undefined;
    return { rule: 'newcomer-understands-language', lang };
  },
};

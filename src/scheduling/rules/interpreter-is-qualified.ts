import type { Rule } from './rule.js';

/** The interpreter offers the language at the level the type of talk asks for. */
export const interpreterIsQualified: Rule = {
  id: 'interpreter-is-qualified',
  check: (talk) => {
    const { lang } = talk.candidate;
    const offered = talk.interpreter?.languages.find((known) => known.lang === lang);
    if (!talk.interpreter || !offered || offered.level >= talk.type.minInterpreterLevel) return undefined;
    const subject = { kind: 'interpreter', id: talk.interpreter.id } as const;
    return {
      rule: 'interpreter-is-qualified',
      subject,
      lang,
      limit: talk.type.minInterpreterLevel,
      actual: offered.level,
    };
  },
};

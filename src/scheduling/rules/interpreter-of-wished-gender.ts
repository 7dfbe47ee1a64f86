import type { Rule } from './rule.js';

/** A wish for the gender of the interpreter is a rule when the office says so. */
export const interpreterOfWishedGender: Rule = {
  id: 'interpreter-of-wished-gender',
  check: (talk) => {
    const { gender, genderHard } = talk.newcomer;
    if (!talk.interpreter || !genderHard || gender === null || talk.interpreter.gender === gender)
      return undefined;
    return {
      rule: 'interpreter-of-wished-gender',
      subject: { kind: 'interpreter', id: talk.interpreter.id },
    };
  },
};

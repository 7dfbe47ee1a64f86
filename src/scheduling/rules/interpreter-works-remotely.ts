import type { Rule } from './rule.js';

/** By video or phone only with a tariff for it. */
export const interpreterWorksRemotely: Rule = {
  id: 'interpreter-works-remotely',
  check: (talk) => {
    if (!talk.interpreter || talk.candidate.interpreterMode !== 'video' || talk.interpreter.video)
      return undefined;
    return { rule: 'interpreter-works-remotely', subject: { kind: 'interpreter', id: talk.interpreter.id } };
  },
};

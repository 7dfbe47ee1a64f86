import type { Rule } from './rule.js';

/** At a talk on site the interpreter is remote only if the newcomer accepts that. */
export const newcomerAcceptsRemoteInterpreter: Rule = {
  id: 'newcomer-accepts-remote-interpreter',
  check: (talk) => {
    const { mode, interpreterMode } = talk.candidate;
    if (!talk.interpreter || mode !== 'onsite' || interpreterMode !== 'video') return undefined;
    if (talk.newcomer.remoteInterpreter) return undefined;
    return {
      rule: 'newcomer-accepts-remote-interpreter',
      subject: { kind: 'newcomer', id: talk.newcomer.id },
    };
  },
};

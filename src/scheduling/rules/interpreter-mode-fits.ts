import type { Rule } from './rule.js';

/** An interpreter is on site or remote, on site only at a talk on site; without interpreter there is no mode. */
export const interpreterModeFits: Rule = {
  id: 'interpreter-mode-fits',
  check: (talk) => {
    const { mode, interpreterMode } = talk.candidate;
    const isFine = talk.interpreter
      ? interpreterMode === 'video' || (interpreterMode === 'onsite' && mode === 'onsite')
      : interpreterMode === null;
    return isFine ? undefined : { rule: 'interpreter-mode-fits' };
  },
};

import type { Rule } from './rule.js';

/** On site only with a tariff for it, and only at sites named under `travel`. */
export const interpreterComesToSite: Rule = {
  id: 'interpreter-comes-to-site',
  check: (talk) => {
    const { interpreter, candidate } = talk;
    if (!interpreter || candidate.interpreterMode !== 'onsite' || candidate.mode !== 'onsite')
      return undefined;
    if (interpreter.onsite && interpreter.travel[candidate.site ?? ''] !== undefined) return undefined;
    return { rule: 'interpreter-comes-to-site', subject: { kind: 'interpreter', id: interpreter.id } };
  },
};

import { baseKey, pluralFormOf, pluralForms } from '../../../platform/i18n/catalogue.js';
import type { Check } from './check.js';

/** A counted text has every form that its language has for whole numbers (CLDR), and no other. */
export const pluralFormsCheck: Check = {
  id: 'plural-forms',
  look: ({ own, language }) => {
    const forms = pluralForms(language.code);
    const counted = [...new Set([...own.keys()].filter((key) => pluralFormOf(key)).map(baseKey))];
    return counted.flatMap((key) => {
      const present = [...own.keys()].filter((name) => pluralFormOf(name) && baseKey(name) === key);
      const missing = forms.filter((form) => !own.has(`${key}_${form}`));
      const surplus = present.filter((name) => !forms.includes(pluralFormOf(name) ?? ''));
      return [
        ...missing.map((form) => remark(`${key}_${form}`, 'is missing: this language needs the form')),
        ...surplus.map((name) => remark(name, 'is never used: this language does not have the form')),
      ];
    });
  },
};

function remark(key: string, message: string): { severity: 'error'; key: string; message: string } {
  return { severity: 'error', key, message };
}

import { sourceOf } from '../../../platform/i18n/catalogue.js';
import { type Check, eachText } from './check.js';
import { type Term, terms } from './glossary-terms.js';

/** Where the German text has a term of the glossary, the translation has the approved word for it. */
export const glossary: Check = {
  id: 'glossary',
  look: (pack) =>
    eachText(pack, 'warning', (text, key) => {
      const source = sourceOf(pack.german, key) ?? '';
      const written = text.toLocaleLowerCase(pack.language.code);
      const missing = terms.find((term) => !isSaid(term, pack.language.code, { source, written }));
      return (
        missing && `does not say «${missing.german}» with one of: ${missing.words[pack.language.code] ?? ''}`
      );
    }),
};

function isSaid(
  { pattern, words }: Term,
  language: string,
  { source, written }: { readonly source: string; readonly written: string },
): boolean {
  const stems = words[language];
  if (stems === undefined || !pattern.test(source)) return true;
  return stems.split(' ').some((stem) => written.includes(stem));
}

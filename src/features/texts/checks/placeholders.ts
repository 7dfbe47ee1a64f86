import { baseKey, placeholdersOf, pluralFormOf, sourceOf } from '../../../platform/i18n/catalogue.js';
import { type Check, eachText } from './check.js';

/** A plural form that names its number in words needs no digits. */
/** What follows a link and is not part of it. */
const SENTENCE_END = /[.,;:!?።؟،»”)]+$/u;
const IN_WORDS = new Set(['zero', 'one', 'two']);

/** A translation holds what the German text holds: the same placeholders, links and numbers. */
export const placeholders: Check = {
  id: 'placeholders',
  look: (pack) =>
    eachText(pack, 'error', (text, key) => {
      const source = pack.german.get(`${baseKey(key)}_other`) ?? sourceOf(pack.german, key);
      if (source === undefined) return undefined;
      const expected = expectedIn(text, source, pluralFormOf(key));
      const found = partsOf(text);
      return found.join() === expected.join()
        ? undefined
        : `holds [${found.join(' ')}] instead of [${expected.join(' ')}]: keep placeholders, links and digits`;
    }),
};

function expectedIn(text: string, source: string, form: string | undefined): string[] {
  const mayOmit = IN_WORDS.has(form ?? '') && !text.includes('{{count}}');
  return partsOf(source).filter((part) => !(mayOmit && part === 'count'));
}

function partsOf(text: string): string[] {
  const rest = text.replaceAll(/\{\{\w+\}\}/g, ' ');
  const others = rest.match(/https?:\S+|<[^>]*>|\d+/g) ?? [];
  return [...placeholdersOf(text), ...others.map((part) => part.replace(SENTENCE_END, '')).sort()];
}

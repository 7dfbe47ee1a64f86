import { baseKey, pluralFormOf, sourceOf, wantedKeys } from '../../../platform/i18n/catalogue.js';
import { type Check, eachText, type Remark, type TextPack, wordsOnly } from './check.js';

/** Texts that are rightly the same in German and another language. */
const SAME_IN_OTHERS = new Set(['Video', 'Link', 'Name', 'Person', 'Telefon', 'Termin']);

/** Every German text has a translation, none is left over or empty, and none is still German. */
export const keys: Check = {
  id: 'keys',
  look: (pack) => [...missing(pack), ...leftOver(pack), ...empty(pack), ...stillGerman(pack)],
};

/** A plural text is missing when no form of it is there; single forms are looked at elsewhere. */
function missing({ german, own, language }: TextPack): Remark[] {
  const present = new Set([...own.keys()].map(baseKey));
  const absent = wantedKeys(german, language.code).map(baseKey);
  return [...new Set(absent)]
    .filter((key) => !present.has(key))
    .map((key) => ({
      severity: language.code === 'en' ? 'error' : 'untranslated',
      key,
      message: 'has no translation: German and English are shown instead',
    }));
}

function leftOver(pack: TextPack): Remark[] {
  const known = new Set([...pack.german.keys()].map(baseKey));
  return eachText(pack, 'error', (_text, key) =>
    known.has(baseKey(key)) ? undefined : 'is not among the German texts: delete it or correct its name',
  );
}

function empty(pack: TextPack): Remark[] {
  return eachText(pack, 'error', (text) =>
    text.trim() === '' ? 'is empty: write it or delete it' : undefined,
  );
}

function stillGerman(pack: TextPack): Remark[] {
  if (pack.language.code === 'de') return [];
  return eachText(pack, 'warning', (text, key) => {
    const source = sourceOf(pack.german, key);
    const words = wordsOnly(text).trim();
    const isSame = source === text && /\p{L}{3}/u.test(words) && !SAME_IN_OTHERS.has(words);
    return isSame && pluralFormOf(key) === undefined
      ? 'is the same as in German: is it translated?'
      : undefined;
  });
}

import { eld } from 'eld/large';
import { type Check, wordsOnly } from './check.js';

/** Shorter texts say too little about their language. */
const LEAST_LETTERS = 40;
/** What the detector may call a language; it cannot tell Bosnian, Croatian and Serbian apart. */
const NAMES: Readonly<Record<string, readonly string[]>> = { sr: ['sr', 'hr', 'bs'] };
/** The detector does not know Tigrinya and calls it Amharic. */
const UNKNOWN_TO_DETECTOR = new Set(['ti', 'ku']);

/** The texts of a language together are recognised as that language: an alarm for a file in the wrong folder. */
export const detection: Check = {
  id: 'detection',
  look: ({ language, own }) => {
    if (UNKNOWN_TO_DETECTOR.has(language.code)) return [];
    const long = [...own.values()].map(wordsOnly).filter((text) => text.length >= LEAST_LETTERS);
    if (long.length === 0) return [];
    const found = eld.detect(long.join(' ')).language;
    const names = NAMES[language.code] ?? [language.code];
    const message = `looks like «${found}» as a whole: is it the right file?`;
    return names.includes(found) ? [] : [{ severity: 'warning', key: null, message }];
  },
};

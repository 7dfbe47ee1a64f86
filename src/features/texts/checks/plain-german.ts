import { type Check, eachText, wordsOnly } from './check.js';

/** A sentence of German at level A2 (ux.md 3.8). */
const MOST_WORDS = 15;
const LONGEST_WORD = 20;
/** Words of offices that people who learn German do not know. */
const BANNED =
  /\b(gemäss|betreffend|bezüglich|diesbezüglich|obgenannt\w*|hinsichtlich|mittels|allfällig\w*|vorgängig|umgehend|unverzüglich|ersuchen|zwecks|anlässlich|sofern|seitens|infolge|obliegt|erfolgt|Ihrerseits)\b/iu;
/** The one long word that people must meet: it stands on the letter and on the door. */
const ALLOWED = new Set(['Erstinformationsgespräch', 'Begrüssungsgespräch', 'Einwohnerinnen']);

/** The German texts are plain: short sentences, short words, no words of offices. */
export const plainGerman: Check = {
  id: 'plain-german',
  look: (pack) =>
    pack.language.code !== 'de'
      ? []
      : eachText(pack, 'error', (text) => {
          const words = wordsOnly(text);
          const banned = BANNED.exec(words)?.[0];
          if (banned !== undefined) return `says «${banned}»: use a plain word`;
          const long = words
            .split(/[^\p{L}]+/u)
            .find((word) => word.length > LONGEST_WORD && !ALLOWED.has(word));
          if (long !== undefined) return `has a word of ${long.length} letters («${long}»)`;
          const longest = Math.max(
            ...words.split(/(?<=[.!?:])\s+/).map((part) => part.trim().split(/\s+/).length),
          );
          return longest > MOST_WORDS
            ? `has a sentence of ${longest} words: at most ${MOST_WORDS}`
            : undefined;
        }),
};

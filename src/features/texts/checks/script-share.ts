import { type Check, eachText, wordsOnly } from './check.js';

const SCRIPTS: Readonly<Record<string, RegExp>> = {
  Latn: /\p{Script=Latin}/u,
  Cyrl: /\p{Script=Cyrillic}/u,
  Arab: /\p{Script=Arabic}/u,
  Taml: /\p{Script=Tamil}/u,
  Ethi: /\p{Script=Ethiopic}/u,
};
/** Nearly all letters of a text are of the script of its language (ux.md 3.9). */
const LEAST_SHARE = 0.98;

export const scriptShare: Check = {
  id: 'script-share',
  look: (pack) => {
    const script = SCRIPTS[pack.language.script];
    if (!script) return [];
    return eachText(pack, 'error', (text) => {
      const letters = wordsOnly(text).match(/\p{L}/gu) ?? [];
      const own = letters.filter((letter) => script.test(letter)).length;
      if (letters.length === 0 || own / letters.length >= LEAST_SHARE) return undefined;
      const foreign = [...new Set(letters.filter((letter) => !script.test(letter)))].join('');
      return `has letters of another script (${foreign}): translate the whole text`;
    });
  },
};

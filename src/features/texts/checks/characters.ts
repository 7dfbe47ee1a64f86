import { sourceOf } from '../../../platform/i18n/catalogue.js';
import { type Check, eachText } from './check.js';

/** Marks that turn the direction for everything after them; isolates are put in by the program. */
const TURNING = /[\u200e\u200f\u061c\u202a-\u202e]/u;
const ENDINGS: Readonly<Record<string, string>> = { '؟': '?', '፧': '?', '።': '.', '፦': ':' };

/** Characters are composed, spaces are single, isolates are closed, nothing turns the direction. */
export const characters: Check = {
  id: 'characters',
  look: (pack) => [
    ...eachText(pack, 'error', (text) => {
      if (TURNING.test(text)) return 'holds a mark that turns the direction: delete it';
      if (!isBalanced(text)) return 'opens an isolate (U+2066 … U+2068) without closing it (U+2069)';
      if (text.normalize('NFC') !== text) return 'has decomposed letters: save it as NFC';
      return / {2}|^\s|\s$/u.test(text) ? 'has double, leading or trailing spaces' : undefined;
    }),
    ...eachText(pack, 'warning', (text, key) => {
      if (key.endsWith('greeting')) return undefined;
      const source = sourceOf(pack.german, key);
      return source !== undefined && endingOf(source) !== endingOf(text)
        ? `ends with «${text.slice(-1)}», the German text with «${source.slice(-1)}»`
        : undefined;
    }),
  ],
};

function isBalanced(text: string): boolean {
  let open = 0;
  for (const character of text) {
    if (/[\u2066-\u2068]/u.test(character)) open += 1;
    if (character === '\u2069') open -= 1;
    if (open < 0) return false;
  }
  return open === 0;
}

function endingOf(text: string): string {
  const last = text.slice(-1);
  const kind = ENDINGS[last] ?? last;
  return '.?:!)'.includes(kind) ? kind : '';
}

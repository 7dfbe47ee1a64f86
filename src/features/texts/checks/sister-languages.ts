import type { Check, Remark, TextPack } from './check.js';

interface Mark {
  /** Letters or words that a sister language has and this one does not. */
  readonly never?: RegExp;
  /** Letters that a text of some length cannot do without. */
  readonly always?: RegExp;
  readonly sister: string;
}

const CYRILLIC_OR_GREEK = /[\p{Script=Cyrillic}\p{Script=Greek}]/u;
const FOREIGN_LETTERS: Mark = { never: CYRILLIC_OR_GREEK, sister: 'a look-alike letter' };

/** What tells a language from the one it is mistaken for (ux.md 3.9). */
const MARKS: Readonly<Record<string, readonly Mark[]>> = {
  ti: [{ always: /[ኣቐ-ቝ]/u, sister: 'Amharic' }],
  ar: [{ never: /[پچژگکی]/u, sister: 'Persian' }],
  fa: [{ never: /[كي]/u, sister: 'Arabic' }],
  ru: [{ never: /[іїєґ]/iu, sister: 'Ukrainian' }],
  uk: [{ never: /[ыэъё]/iu, sister: 'Russian' }],
  de: [{ never: /ß/u, sister: 'German outside Switzerland' }],
  pt: [{ never: /(?<!\p{L})(você|vocês|ônibus|arquivo|celular)(?!\p{L})/iu, sister: 'Brazilian Portuguese' }],
  sr: [{ never: /[ëçşğıãõ]/iu, sister: 'another language' }],
};

/** A language is not mistaken for its neighbour: Amharic for Tigrinya, Persian for Arabic, Cyrillic letters in Latin. */
export const sisterLanguages: Check = {
  id: 'sister-languages',
  look: (pack) => {
    const own = MARKS[pack.language.code] ?? [];
    const marks = pack.language.script === 'Latn' ? [...own, FOREIGN_LETTERS] : own;
    return marks.flatMap((mark) => [...forbidden(pack, mark), ...absent(pack, mark)]);
  },
};

function forbidden(pack: TextPack, { never, sister }: Mark): Remark[] {
  if (!never) return [];
  return [...pack.own].flatMap(([key, text]) => {
    const found = never.exec(text)?.[0];
    const message = `holds «${found}»: that is ${sister}`;
    return found === undefined ? [] : [{ severity: 'error' as const, key, message }];
  });
}

function absent(pack: TextPack, { always, sister }: Mark): Remark[] {
  const whole = [...pack.own.values()].join(' ');
  if (!always || whole === '' || always.test(whole)) return [];
  return [{ severity: 'error', key: null, message: `has none of the letters that tell it from ${sister}` }];
}

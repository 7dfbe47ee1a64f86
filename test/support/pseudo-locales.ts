import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Language } from '../../src/features/languages/index.js';

const LOCALES = path.resolve(import.meta.dirname, '../../locales');
const NAMESPACES = ['common', 'emails', 'letters', 'newcomer', 'interpreter'] as const;
const ACCENTS: Readonly<Record<string, string>> = { a: 'å', e: 'ê', i: 'ï', o: 'ö', u: 'ù', n: 'ñ', s: 'š' };
const LETTERS_MORE = 0.4;

const language = (code: string, direction: 'ltr' | 'rtl'): Language => ({
  code,
  bcp47: 'de-CH',
  endonym: code,
  germanName: code,
  script: direction === 'rtl' ? 'Arab' : 'Latn',
  direction,
  fallback: null,
  forTalks: true,
  forTexts: true,
});

/** German made two fifths longer, its longest words too, and German written from right to left: for tests, never shipped. */
export const pseudoLanguages: readonly Language[] = [language('xa', 'ltr'), language('xb', 'rtl')];

/** A copy of `locales/` with both; the caller removes it. */
export function withPseudoLocales(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'pseudo-locales-'));
  fs.cpSync(LOCALES, folder, { recursive: true });
  for (const [code, write] of [
    ['xa', longer],
    ['xb', mirrored],
  ] as const) {
    fs.mkdirSync(path.join(folder, code));
    for (const namespace of NAMESPACES) {
      const german = JSON.parse(
        fs.readFileSync(path.join(LOCALES, 'de', `${namespace}.json`), 'utf8'),
      ) as Tree;
      fs.writeFileSync(path.join(folder, code, `${namespace}.json`), JSON.stringify(each(german, write)));
    }
  }
  return folder;
}

interface Tree {
  readonly [key: string]: string | Tree;
}

function each(tree: Tree, write: (word: string) => string): Tree {
  const entries = Object.entries(tree).map(([key, value]): [string, string | Tree] => [
    key,
    typeof value === 'string' ? value.replaceAll(/\{\{[^}]*\}\}|\p{L}+/gu, kept(write)) : each(value, write),
  ]);
  return Object.fromEntries(entries);
}

/** What stands between braces is no word. */
const kept =
  (write: (word: string) => string) =>
  (piece: string): string =>
    piece.startsWith('{') ? piece : write(piece);

function longer(word: string): string {
  const accented = word.replaceAll(/[aeiouns]/g, (letter) => ACCENTS[letter] ?? letter);
  return accented + accented.slice(0, Math.ceil(word.length * LETTERS_MORE)).toLowerCase();
}

/** Each word from right to left by force (RLO … PDF), as letters of a right-to-left script would stand. */
const mirrored = (word: string): string => `\u202e${word}\u202c`;

import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';

const LOCALES = ['de', 'en', 'ar', 'ta'] as const;
const NAMESPACES = ['emails', 'common'] as const;
/** Interpreters are written to in German; the frame around the blocks is German too. */
const GERMAN_ONLY = /^emails:(interpreter|frame)\./;
const PLURAL = /_(zero|one|two|few|many|other)$/;
/** A plural form that names its number in words needs no digits. */
const IN_WORDS = new Set(['zero', 'one', 'two']);

type Texts = ReadonlyMap<string, string>;

function textsOf(locale: string): Texts {
  const entries = NAMESPACES.flatMap((namespace) => {
    const file = path.resolve(import.meta.dirname, `../../../locales/${locale}/${namespace}.json`);
    return flat(`${namespace}:`, JSON.parse(fs.readFileSync(file, 'utf8')) as object);
  });
  return new Map(entries);
}

function flat(prefix: string, node: object): [string, string][] {
  return Object.entries(node).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${prefix}${key}`, value]] : flat(`${prefix}${key}.`, value as object),
  );
}

const placeholdersOf = (text: string): string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '').sort();
const baseKeys = (texts: Texts): string[] => [
  ...new Set([...texts.keys()].map((key) => key.replace(PLURAL, ''))),
];
const german = textsOf('de');
const shared = baseKeys(german).filter((key) => !GERMAN_ONLY.test(key));

describe.each(LOCALES)('the words of the mails in %s', (locale) => {
  const texts = textsOf(locale);

  it('are there for every key in English, and nowhere is a key left over', () => {
    const own = baseKeys(texts).filter((key) => !GERMAN_ONLY.test(key));

    expect(own.filter((key) => !shared.includes(key))).toEqual([]);
    if (locale === 'en') expect(own.sort()).toEqual([...shared].sort());
    expect([...texts.values()].filter((text) => text.trim() === '')).toEqual([]);
  });

  it('have every plural form of the language', () => {
    const needed = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
    const plurals = [...texts.keys()].filter((key) => PLURAL.test(key)).map((key) => key.replace(PLURAL, ''));

    for (const key of new Set(plurals)) {
      const present = needed.filter((category) => texts.has(`${key}_${category}`));
      expect([key, ...present]).toEqual([key, ...needed]);
    }
  });

  it('have the same placeholders as in German', () => {
    for (const key of shared) {
      const expected = placeholdersOf(german.get(key) ?? german.get(`${key}_other`) ?? '');
      for (const [name, text] of texts) {
        if (name.replace(PLURAL, '') !== key) continue;
        const mayOmitCount = IN_WORDS.has(PLURAL.exec(name)?.[1] ?? '');
        const needed =
          mayOmitCount && !text.includes('{{count}}')
            ? expected.filter((placeholder) => placeholder !== 'count')
            : expected;
        expect([name, ...placeholdersOf(text)]).toEqual([name, ...needed]);
      }
    }
  });

  it('are written without marks of direction, double spaces or decomposed letters', () => {
    for (const text of texts.values()) {
      expect(text).not.toMatch(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]| {2}|ß/);
      expect(text).toBe(text.normalize('NFC'));
    }
  });

  it('have short buttons', () => {
    for (const key of ['emails:button.answer', 'emails:button.view']) {
      expect(texts.get(key)?.length).toBeLessThanOrEqual(40);
    }
  });
});

describe.each([
  ['ar', 'Arabic'],
  ['ta', 'Tamil'],
] as const)('the words of the mails in %s', (locale, script) => {
  it('are written in its own script', () => {
    const letters = [...textsOf(locale).values()]
      .join(' ')
      .replaceAll(/\{\{\w+\}\}/g, '')
      .match(/\p{L}/gu)!;
    const own = letters.filter((letter) => new RegExp(`\\p{Script=${script}}`, 'u').test(letter));

    expect(own.length / letters.length).toBeGreaterThanOrEqual(0.98);
  });

  it('hold no letter of a sister language', () => {
    expect([...textsOf('ar').values()].join(' ')).not.toMatch(/[پچژگکی]/);
  });
});

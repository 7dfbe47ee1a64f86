import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';

const LOCALES = path.resolve(import.meta.dirname, '../../../locales');
const LONGEST_SENTENCE = 15;
const LONGEST_BUTTON = 40;

type Texts = Readonly<Record<string, string>>;

/** All texts of one language by their full keys. */
function textsOf(language: string): Texts {
  const flat: Record<string, string> = {};
  const walk = (node: object, prefix: string): void => {
    for (const [key, value] of Object.entries(node) as [string, unknown][]) {
      if (typeof value === 'string') flat[prefix + key] = value;
      else if (typeof value === 'object' && value !== null) walk(value, `${prefix}${key}.`);
    }
  };
  walk(JSON.parse(readFileSync(path.join(LOCALES, language, 'newcomer.json'), 'utf8')) as object, '');
  return flat;
}

function placeholders(text: string): string[] {
  return (text.match(/\{\{\w+\}\}/g) ?? []).sort();
}

const german = textsOf('de');

describe.each(['en', 'ar', 'ta'])('the texts for newcomers in %s', (language) => {
  const texts = textsOf(language);

  it('have no key that the German ones do not have; the English ones have them all', () => {
    expect(Object.keys(texts).filter((key) => !(key in german))).toEqual([]);
    if (language === 'en') expect(Object.keys(texts).sort()).toEqual(Object.keys(german).sort());
  });

  it('have their placeholders', () => {
    const wrong = Object.keys(texts).filter(
      (key) => placeholders(texts[key] ?? '').join() !== placeholders(german[key] ?? '').join(),
    );
    expect(wrong).toEqual([]);
  });

  it('end as the German sentence ends', () => {
    const kind = (text: string): string => {
      const last = text.at(-1) ?? '';
      if ('?؟'.includes(last)) return '?';
      return '.:)'.includes(last) ? last : '';
    };
    expect(Object.keys(texts).filter((key) => kind(texts[key] ?? '') !== kind(german[key] ?? ''))).toEqual(
      [],
    );
  });
});

it.each([
  ['ar', /\p{Script=Arabic}/u],
  ['ta', /\p{Script=Tamil}/u],
])('the texts in %s are in their own script', (language, script) => {
  const foreign = Object.entries(textsOf(language)).filter(([, text]) => {
    const letters = text.replaceAll(/\{\{\w+\}\}|\(B[,،] L …\)/g, '').match(/\p{L}/gu) ?? [];
    return letters.some((letter) => !script.test(letter));
  });
  expect(foreign).toEqual([]);
});

it('the texts are composed, without double spaces or marks that turn the direction', () => {
  for (const language of ['de', 'en', 'ar', 'ta']) {
    for (const text of Object.values(textsOf(language))) {
      expect(text.normalize('NFC')).toBe(text);
      expect(text).not.toMatch(/ {2}|[\u200e\u200f\u202a-\u202e]|^\s|\s$/u);
    }
  }
});

it('the German texts are in short sentences without ß', () => {
  const sentences = Object.values(german).flatMap((text) => text.split(/(?<=[.!?:])\s+/));
  const long = sentences.filter((sentence) => sentence.split(/\s+/).length > LONGEST_SENTENCE);

  expect(long).toEqual([]);
  expect(sentences.join(' ')).not.toContain('ß');
});

it.each(['de', 'en', 'ar', 'ta'])('the buttons in %s fit a phone', (language) => {
  const texts = textsOf(language);
  const buttons = Object.keys(texts).filter((key) => /^action\.(?!.*question)|\.submit$/.test(key));

  expect(buttons).toHaveLength(8);
  for (const key of buttons) expect(texts[key]?.length).toBeLessThanOrEqual(LONGEST_BUTTON);
});

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';

const LOCALES = path.resolve(import.meta.dirname, '../../../locales');

/** All texts of one language by their full keys. */
function textsOf(language: string): Map<string, string> {
  const flat = new Map<string, string>();
  const walk = (node: object, prefix: string): void => {
    for (const [key, value] of Object.entries(node) as [string, unknown][]) {
      if (typeof value === 'string') flat.set(prefix + key, value);
      else if (typeof value === 'object' && value !== null) walk(value, `${prefix}${key}.`);
    }
  };
  walk(JSON.parse(readFileSync(path.join(LOCALES, language, 'interpreter.json'), 'utf8')) as object, '');
  return flat;
}

const placeholders = (text = ''): string[] => (text.match(/\{\{\w+\}\}/g) ?? []).sort();

describe('the texts for interpreters', () => {
  const german = textsOf('de');
  const english = textsOf('en');

  it('have the same keys in English as in German', () => {
    expect([...english.keys()].sort()).toEqual([...german.keys()].sort());
  });

  it('have the same placeholders', () => {
    const faults = [...german].filter(
      ([key, text]) => placeholders(text).join() !== placeholders(english.get(key)).join(),
    );
    expect(faults).toEqual([]);
  });

  it('are short sentences in German', () => {
    const long = [...german.values()]
      .flatMap((text) => text.split(/(?<=[.?!])\s/))
      .filter((sentence) => sentence.split(/\s+/).length > 16);
    expect(long).toEqual([]);
  });
});

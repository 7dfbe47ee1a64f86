import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { allRules, type ReasonId } from '../../src/scheduling/index.js';

const ROOT = path.resolve(import.meta.dirname, '../..');
const LOCALES = ['de', 'en', 'fr'] as const;
const NAMESPACES = [
  'office',
  'jobs',
  'validation',
  'scheduling',
  'errors',
  'arrivals',
  'worked',
  'tariffs',
  'texts',
  'settings',
] as const;
const PLURAL = /_(zero|one|two|few|many|other)$/;

/** Every text of a namespace by its whole key, `inbox.column.name`. */
function textsOf(locale: string, namespace: string): Map<string, string> {
  const file = path.join(ROOT, 'locales', locale, `${namespace}.json`);
  const texts = new Map<string, string>();
  const walk = (node: unknown, prefix: string): void => {
    if (typeof node === 'string') texts.set(prefix, node);
    else
      for (const [key, child] of Object.entries(node as Record<string, unknown>))
        walk(child, prefix === '' ? key : `${prefix}.${key}`);
  };
  walk(JSON.parse(fs.readFileSync(file, 'utf8')), '');
  return texts;
}

const keysOf = (texts: Map<string, string>): string[] => [
  ...new Set([...texts.keys()].map((key) => key.replace(PLURAL, ''))),
];

const placeholders = (text: string): string =>
  [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name))].sort().join(' ');

describe.each(NAMESPACES)('the texts of the office in %s', (namespace) => {
  const german = textsOf('de', namespace);

  it.each(['en', 'fr'])('have the same keys in %s', (locale) => {
    expect(keysOf(textsOf(locale, namespace)).sort()).toEqual(keysOf(german).sort());
  });

  it.each(['en', 'fr'])('have the same placeholders in %s', (locale) => {
    const faults = [...textsOf(locale, namespace)].filter(([key, text]) => {
      const counterpart = german.get(key) ?? german.get(key.replace(PLURAL, '_other')) ?? '';
      return placeholders(text) !== placeholders(counterpart);
    });

    expect(faults).toEqual([]);
  });

  it.each(LOCALES)('have every plural form that %s knows', (locale) => {
    const texts = textsOf(locale, namespace);
    const forms = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
    const counted = [...texts.keys()].filter((key) => key.endsWith('_other'));
    const missing = counted.flatMap((key) =>
      forms.map((form) => key.replace(PLURAL, `_${form}`)).filter((wanted) => !texts.has(wanted)),
    );

    expect(missing).toEqual([]);
  });

  it.each(LOCALES)('are never empty in %s, and Swiss in German', (locale) => {
    const texts = [...textsOf(locale, namespace).values()];

    expect(texts.filter((text) => text.trim() === '')).toEqual([]);
    expect(texts.filter((text) => text.includes('ß'))).toEqual([]);
  });
});

describe('the texts of the planning rules', () => {
  const reasons: Record<ReasonId, true> = {
    'step-free-room': true,
    'caseworker-speaks-language': true,
    'interpreter-speaks-language': true,
    'relay-language': true,
    'german-is-understood': true,
    'interpreter-is-there-anyway': true,
    'wished-gender': true,
    'near-wished-time': true,
    'same-caseworker': true,
    'same-interpreter': true,
    'earliest-day': true,
    'before-due-date': true,
  };

  it.each(LOCALES)('explain every rule and every reason in %s', (locale) => {
    const texts = textsOf(locale, 'scheduling');
    const wanted = [
      'rule.everything-is-known',
      ...allRules.map(({ id }) => `rule.${id}`),
      ...Object.keys(reasons).map((id) => `reason.${id}`),
    ];

    expect(wanted.filter((key) => !texts.has(key))).toEqual([]);
  });
});

describe('the pages of the office', () => {
  const sources = ['src/pages/office', 'src/templates/pages/office', 'src/templates/components'].flatMap(
    (folder) =>
      fs
        .readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.tsx?$/.test(file) && !file.includes('.spec.'))
        .map((file) => fs.readFileSync(path.join(ROOT, folder, file), 'utf8')),
  );

  it('name no text that does not exist', () => {
    const named = sources
      .flatMap((source) => [
        ...source.matchAll(/'(office|validation|scheduling|errors|arrivals|tariffs|settings):([\w.-]+)'/g),
      ])
      .map(([, namespace = '', key = '']) => ({ namespace, key }));
    const missing = named.filter(({ namespace, key }) => {
      const texts = textsOf('de', namespace);
      return (
        !texts.has(key) &&
        !texts.has(`${key}_other`) &&
        !keysOf(texts).some((other) => other.startsWith(`${key}.`))
      );
    });

    expect(named.length).toBeGreaterThan(100);
    expect(missing).toEqual([]);
  });
});

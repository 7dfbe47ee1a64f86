import fs from 'node:fs';
import path from 'node:path';
import { createInstance, type i18n as I18next, type Resource } from 'i18next';
import { type Catalogue, flatTexts, wantedKeys } from './catalogue.js';

/** Values put into a text; numbers named `count` choose the plural form. */
export type TextValues = Readonly<Record<string, string | number>>;

/** Looks up `<namespace>:<key>` in one fixed locale. */
export type Translate = (key: string, values?: TextValues) => string;

/** Where texts are looked up; nothing ever comes silently from another language. */
export interface Texts {
  /** The look-up for one locale; throws {@link UnusableTextError} for a text that it does not have. */
  translator(locale: string): Translate;
}

/** A text that a locale does not have, or that may not be shown in it. */
export class UnusableTextError extends Error {
  override readonly name = 'UnusableTextError';

  constructor(
    readonly locale: string,
    /** `<namespace>:<key>` */
    readonly key: string,
    readonly why: 'missing' | 'not-approved' = 'missing',
  ) {
    super(`No text ${key} in ${locale} (${why})`);
  }
}

/** The language in which texts are written first. */
export const SOURCE_LOCALE = 'de';

/** What stands in for every other language: complete with every release. */
export const SHARED_LOCALES = ['de', 'en'] as const;

/** Beside the texts of a translation: no namespace of its own. */
const SOURCES_FILE = '_sources.json';
const LOCALES_FOLDER = path.resolve(import.meta.dirname, '../../../locales');

/** All texts of the product, loaded once. The locale is an argument of every look-up; there is no fallback. */
export class I18n implements Texts {
  private readonly catalogues = new Map<string, Catalogue>();

  private constructor(
    private readonly instance: I18next,
    private readonly folder: string,
  ) {}

  /** Reads `<folder>/<locale>/<namespace>.json` for every locale there is. */
  static load(folder: string = LOCALES_FOLDER): I18n {
    const resources = Object.fromEntries(
      localesIn(folder).map((locale) => [locale, readLocale(folder, locale)]),
    );
    return new I18n(I18n.instanceOf(resources), folder);
  }

  private static instanceOf(resources: Resource): I18next {
    const instance = createInstance();
    void instance.init({
      resources,
      fallbackLng: false,
      ns: [...new Set(Object.values(resources).flatMap((namespaces) => Object.keys(namespaces)))],
      initAsync: false,
      // Preact escapes on output; values must not be able to name further keys
      interpolation: { escapeValue: false, skipOnVariables: true },
      returnNull: false,
    });
    return instance;
  }

  /** The look-up for one locale; throws {@link UnusableTextError} for a key it does not have. */
  translator(locale: string): Translate {
    return (key, values = {}) => {
      if (!this.has(locale, key, values)) throw new UnusableTextError(locale, key);
      // not getFixedT: it copies all options of the instance at every call
      return this.instance.t(key, { ...values, lng: locale });
    };
  }

  has(locale: string, key: string, values: TextValues = {}): boolean {
    return this.instance.exists(key, { lng: locale, ...values });
  }

  /** Every text of a locale; empty when it has no folder. */
  texts(locale: string): Catalogue {
    const known = this.catalogues.get(locale);
    if (known) return known;
    const bundles = Object.entries(this.instance.getDataByLanguage(locale) ?? {});
    const texts = new Map(bundles.flatMap(([namespace, bundle]) => flatTexts(`${namespace}:`, bundle)));
    this.catalogues.set(locale, texts);
    return texts;
  }

  /** The same texts with other words for some of them, by locale and whole key. */
  withWords(words: ReadonlyMap<string, Catalogue>): I18n {
    const resources = structuredClone(this.instance.store.data);
    const changed = new I18n(I18n.instanceOf(resources), this.folder);
    for (const [locale, texts] of words) {
      for (const [key, text] of texts) {
        const [namespace = '', path = ''] = key.split(':');
        changed.instance.addResource(locale, namespace, path, text);
      }
    }
    return changed;
  }

  /** The keys of a namespace that are there in German and not in this locale, in its own plural forms. */
  untranslated(locale: string, namespace: string): string[] {
    const own = this.texts(locale);
    return wantedKeys(this.texts(SOURCE_LOCALE), locale).filter(
      (key) => key.startsWith(`${namespace}:`) && !own.has(key),
    );
  }

  /** Hash of the German text that each translation of a locale was made from; a text without one counts as current. */
  sourceHashes(locale: string): ReadonlyMap<string, string> {
    const file = path.join(this.folder, locale, SOURCES_FILE);
    if (!fs.existsSync(file)) return new Map();
    return new Map(Object.entries(JSON.parse(fs.readFileSync(file, 'utf8')) as Record<string, string>));
  }

  /** Codes of all locales that have a folder. */
  locales(): string[] {
    return localesIn(this.folder);
  }
}

function localesIn(folder: string): string[] {
  const entries = fs.readdirSync(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
}

function readLocale(folder: string, locale: string): Record<string, Record<string, unknown>> {
  const files = fs.readdirSync(path.join(folder, locale)).filter(isNamespace);
  return Object.fromEntries(
    files.map((file) => [
      path.basename(file, '.json'),
      JSON.parse(fs.readFileSync(path.join(folder, locale, file), 'utf8')) as Record<string, unknown>,
    ]),
  );
}

function isNamespace(file: string): boolean {
  return file.endsWith('.json') && file !== SOURCES_FILE;
}

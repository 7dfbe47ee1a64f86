import fs from 'node:fs';
import path from 'node:path';
import { createInstance, type i18n as I18next } from 'i18next';
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
const SOURCE_LOCALE = 'de';

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
    return new I18n(instance, folder);
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

  /** The keys of a namespace that are there in German and not in this locale, in its own plural forms. */
  untranslated(locale: string, namespace: string): string[] {
    const own = this.texts(locale);
    return wantedKeys(this.texts(SOURCE_LOCALE), locale).filter(
      (key) => key.startsWith(`${namespace}:`) && !own.has(key),
    );
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
  const files = fs.readdirSync(path.join(folder, locale)).filter((file) => file.endsWith('.json'));
  return Object.fromEntries(
    files.map((file) => [
      path.basename(file, '.json'),
      JSON.parse(fs.readFileSync(path.join(folder, locale, file), 'utf8')) as Record<string, unknown>,
    ]),
  );
}

import fs from 'node:fs';
import path from 'node:path';
import { createInstance, type i18n as I18next } from 'i18next';

/** Values put into a text; numbers named `count` choose the plural form. */
export type TextValues = Readonly<Record<string, string | number>>;

/** Looks up `<namespace>:<key>` in one fixed locale. */
export type Translate = (key: string, values?: TextValues) => string;

/** A key that a locale does not have; never silently another language. */
class MissingTextError extends Error {
  override readonly name = 'MissingTextError';
}

const LOCALES_FOLDER = path.resolve(import.meta.dirname, '../../../locales');

/** All texts of the product, loaded once. The locale is an argument of every look-up; there is no fallback. */
export class I18n {
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

  /** The look-up for one locale; throws {@link MissingTextError} for a key it does not have. */
  translator(locale: string): Translate {
    return (key, values = {}) => {
      if (!this.has(locale, key, values)) throw new MissingTextError(`No text ${key} in ${locale}`);
      // not getFixedT: it copies all options of the instance at every call
      return this.instance.t(key, { ...values, lng: locale });
    };
  }

  has(locale: string, key: string, values: TextValues = {}): boolean {
    return this.instance.exists(key, { lng: locale, ...values });
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

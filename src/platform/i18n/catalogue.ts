/** All texts of one locale by `<namespace>:<key>`; every plural form is a text of its own, `common:minutes_other`. */
export type Catalogue = ReadonlyMap<string, string>;

const PLURAL = /_(zero|one|two|few|many|other)$/;
/** Plural forms are wanted for the numbers that people meet; some languages have a form for millions. */
const HIGHEST_COUNT = 200;

/** The key that code asks for, without the plural form. */
function baseKey(key: string): string {
  return key.replace(PLURAL, '');
}

/** The plural form that a text is, `few`; undefined when it has none. */
function pluralFormOf(key: string): string | undefined {
  return PLURAL.exec(key)?.[1];
}

/** Texts of nested objects by their whole keys. */
export function flatTexts(prefix: string, node: object): [string, string][] {
  return Object.entries(node as Record<string, unknown>).flatMap(([key, value]) =>
    typeof value === 'string'
      ? ([[`${prefix}${key}`, value]] satisfies [string, string][])
      : flatTexts(`${prefix}${key}.`, value as object),
  );
}

/** The plural forms that whole numbers up to {@link HIGHEST_COUNT} take in a language (CLDR). */
function pluralForms(locale: string): string[] {
  const rules = new Intl.PluralRules(locale);
  return [...new Set(Array.from({ length: HIGHEST_COUNT + 1 }, (_, count) => rules.select(count)))].sort();
}

/** The keys that a locale needs so that nothing of the source is missing, in its own plural forms. */
export function wantedKeys(source: Catalogue, locale: string): string[] {
  const forms = pluralForms(locale);
  const wanted = [...source.keys()].flatMap((key) =>
    pluralFormOf(key) === undefined ? [key] : forms.map((form) => `${baseKey(key)}_${form}`),
  );
  return [...new Set(wanted)];
}

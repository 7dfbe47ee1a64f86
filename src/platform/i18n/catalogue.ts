/** All texts of one locale by `<namespace>:<key>`; every plural form is a text of its own, `common:minutes_other`. */
export type Catalogue = ReadonlyMap<string, string>;

const PLURAL = /_(zero|one|two|few|many|other)$/;
/** Plural forms are wanted for the numbers that people meet; some languages have a form for millions. */
const HIGHEST_COUNT = 200;

/** The key that code asks for, without the plural form. */
export function baseKey(key: string): string {
  return key.replace(PLURAL, '');
}

/** The plural form that a text is, `few`; undefined when it has none. */
export function pluralFormOf(key: string): string | undefined {
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

/** The plural forms that whole numbers up to {@link HIGHEST_COUNT} take in a language (CLDR), and the one for fractions. */
export function pluralForms(locale: string): string[] {
  const rules = new Intl.PluralRules(locale);
  const counted = Array.from({ length: HIGHEST_COUNT + 1 }, (_, count) => rules.select(count));
  return [...new Set([...counted, 'other'])].sort();
}

/** The keys that a locale needs so that nothing of the source is missing, in its own plural forms. */
export function wantedKeys(source: Catalogue, locale: string): string[] {
  const forms = pluralForms(locale);
  const wanted = [...source.keys()].flatMap((key) =>
    pluralFormOf(key) === undefined ? [key] : forms.map((form) => `${baseKey(key)}_${form}`),
  );
  return [...new Set(wanted)];
}

/** The German text that a translation stands for: its own key, or the general form of a plural. */
export function sourceOf(source: Catalogue, key: string): string | undefined {
  return source.get(key) ?? source.get(`${baseKey(key)}_other`);
}

/** Names between double braces, in order and as often as they stand there. */
export function placeholdersOf(text: string): string[] {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '').sort();
}

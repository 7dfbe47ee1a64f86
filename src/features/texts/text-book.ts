import { baseKey, type Catalogue, sourceOf } from '../../platform/i18n/catalogue.js';
import {
  type I18n,
  SHARED_LOCALES,
  SOURCE_LOCALE,
  type Texts,
  type Translate,
  UnusableTextError,
} from '../../platform/i18n/i18n.js';
import { packKeys, PAGE_NAMESPACES, type Readers } from './text-pack.js';
import { currentState, type TextRecord } from './text-state.js';

/** The texts of one office: its own words over the shipped ones, and which of them it has approved. */
export class TextBook implements Texts {
  /** Everything with the office's own words, approved or not: for staff who edit and preview. */
  readonly drafts: I18n;
  private readonly unapproved = new Map<string, ReadonlySet<string>>();
  private readonly records: ReadonlyMap<string, TextRecord>;

  constructor(shipped: I18n, records: readonly TextRecord[]) {
    this.records = new Map(records.map((record) => [`${record.language} ${record.key}`, record]));
    const own = records.filter(({ words }) => words !== null);
    this.drafts = own.length === 0 ? shipped : shipped.withWords(wordsByLanguage(own));
  }

  /** German and English are the product's own; of any other language only what the office approved. */
  translator(locale: string): Translate {
    const translate = this.drafts.translator(locale);
    if (SHARED_LOCALES.some((shared) => shared === locale)) return translate;
    const unapproved = this.unapprovedIn(locale);
    return (key, values) => {
      if (unapproved.has(key) && this.drafts.has(locale, key, values)) {
        throw new UnusableTextError(locale, key, 'not-approved');
      }
      return translate(key, values);
    };
  }

  /** Whether every text of the pages of newcomers, or of interpreters, is there and approved. */
  hasPagesIn(locale: string, readers: Readers): boolean {
    if (SHARED_LOCALES.some((shared) => shared === locale)) return true;
    const unapproved = [...this.unapprovedIn(locale)];
    return !unapproved.some((key) =>
      PAGE_NAMESPACES[readers].some((namespace) => key.startsWith(`${namespace}:`)),
    );
  }

  /** What was decided about a text; undefined when nobody has touched it. */
  record(locale: string, key: string): TextRecord | undefined {
    return this.records.get(`${locale} ${key}`);
  }

  /** Whether a text counts as approved by this actor. */
  isApprovedBy(actor: string): boolean {
    return [...this.records.values()].some(
      ({ state, approvedBy }) => state === 'approved' && approvedBy === actor,
    );
  }

  get german(): Catalogue {
    return this.drafts.texts(SOURCE_LOCALE);
  }

  /** Keys, as code asks for them, of which a plural form is missing or not approved. */
  private unapprovedIn(locale: string): ReadonlySet<string> {
    const known = this.unapproved.get(locale);
    if (known) return known;
    const words = this.drafts.texts(locale);
    const keys = packKeys(this.german, locale).filter((key) => {
      const source = sourceOf(this.german, key) ?? '';
      return currentState(this.record(locale, key), source, words.get(key)).state !== 'approved';
    });
    const found = new Set(keys.map(baseKey));
    this.unapproved.set(locale, found);
    return found;
  }
}

function wordsByLanguage(records: readonly TextRecord[]): Map<string, Catalogue> {
  const languages = [...new Set(records.map(({ language }) => language))];
  return new Map(
    languages.map((language) => [
      language,
      new Map(
        records
          .filter((record) => record.language === language)
          .map(({ key, words }) => [key, words ?? ''] as const),
      ),
    ]),
  );
}

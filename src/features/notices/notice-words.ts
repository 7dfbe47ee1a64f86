import { dateFormat, type DateFormat } from '../../platform/i18n/date-format.js';
import type { Texts, Translate } from '../../platform/i18n/i18n.js';
import type { Language } from '../languages/index.js';

/** One language in which a notice is written: its texts, its dates, its names for languages. */
export interface Wording {
  readonly language: Language;
  readonly t: Translate;
  readonly dates: DateFormat;
}

/** The wording of a locale; throws when the language is not in the table. */
export function wordingOf(
  code: string,
  languages: ReadonlyMap<string, Language>,
  texts: Texts,
  timeZone: string,
): Wording {
  const language = languages.get(code);
  if (!language) throw new Error(`The language ${code} of a notice is not in the table`);
  return { language, t: texts.translator(code), dates: dateFormat(language.bcp47, timeZone) };
}

/** Keeps a name, number or address from left to right within its text (U+2068 … U+2069). */
export function isolated(text: string): string {
  return `\u2068${cleaned(text)}\u2069`;
}

/** Without line breaks, control characters and characters that turn the direction of what follows. */
export function cleaned(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replaceAll(/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replaceAll(/ {2,}/g, ' ')
    .trim();
}

/** `Donnerstag, 3. Dezember 2026 (03.12.2026)`. */
export function dayIn({ t, dates }: Wording, instant: Date): string {
  return t('common:long-and-numeric', {
    long: dates.longDate(instant),
    numeric: isolated(dates.numericDate(instant)),
  });
}

/** `14:00–15:00 (Schweizer Zeit)`. */
export function timeIn({ t, dates }: Wording, from: Date, to: Date): string {
  return t('common:swiss-time', { range: isolated(dates.timeRange(from, to)) });
}

/** Name of a language in the language of the wording. */
export function languageNameIn({ language: reader }: Wording, named: Language): string {
  if (named.code === reader.code) return named.endonym;
  if (reader.code === 'de') return named.germanName;
  const name = new Intl.DisplayNames([reader.bcp47], { type: 'language', fallback: 'none' }).of(named.code);
  return name ?? isolated(named.endonym);
}

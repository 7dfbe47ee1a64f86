import type { Catalogue } from '../../../platform/i18n/catalogue.js';

/** What a check must know of a language. */
export interface CheckedLanguage {
  readonly code: string;
  /** ISO 15924 code, such as `Arab`. */
  readonly script: string;
}

/** All texts of one language, beside the German ones that they stand for. */
export interface TextPack {
  readonly language: CheckedLanguage;
  /** The German texts that this language needs. */
  readonly german: Catalogue;
  readonly own: Catalogue;
  /** Hash of the German text that each translation was made from, where it is known. */
  readonly sourceHashes: ReadonlyMap<string, string>;
}

/**
 * `error`: wrong, must not be shipped. `untranslated`: missing or older than its German text, so German and English
 * are shown. `warning`: somebody who speaks the language should look.
 */
export type Severity = 'error' | 'untranslated' | 'warning';

/** One thing that a check found. */
export interface Finding {
  readonly check: string;
  readonly severity: Severity;
  readonly language: string;
  /** `<namespace>:<key>`; null when it is about the whole language. */
  readonly key: string | null;
  /** What is wrong and what to do, for developers and translators. */
  readonly message: string;
}

/** A finding before the check and the language are written on it. */
export type Remark = Omit<Finding, 'check' | 'language'>;

/** One of the checks of texts: pure, and each in a file of its own. */
export interface Check {
  readonly id: string;
  look(pack: TextPack): Remark[];
}

/** A remark for each text of which `look` says something. */
export function eachText(
  pack: TextPack,
  severity: Severity,
  look: (text: string, key: string) => string | undefined,
): Remark[] {
  return [...pack.own].flatMap(([key, text]) => {
    const message = look(text, key);
    return message === undefined ? [] : [{ severity, key, message }];
  });
}

/** What stands in Latin letters in every script: placeholders, addresses, names of formats, the letters of permits. */
const SAME_IN_EVERY_SCRIPT =
  /\{\{\w+\}\}|(https?|webcal):\S+?(?=[.,;]?(\s|$))|\S+@\S+|\b(iCal|CSV)\b|\(B[,،፣] L …\)/g;

/** The words of a text alone. */
export function wordsOnly(text: string): string {
  return text.replaceAll(SAME_IN_EVERY_SCRIPT, ' ');
}

import { SHARED_LOCALES, UnusableTextError } from '../../platform/i18n/i18n.js';

/** A notice's language, and why it is not the recipient's own; null when it is. */
interface FrozenLocale {
  readonly locale: string;
  readonly fallbackReason: string | null;
}

/**
 * Writes in the recipient's language with German, or, when one text of it is missing or not approved, the whole in
 * German and English with the reason, `missing:ti:emails:free`.
 */
export function writeInLocales<T>(
  { locale, fallbackReason }: FrozenLocale,
  write: (locales: readonly string[], fallbackReason: string | null) => T,
): T {
  if (fallbackReason !== null) return write(SHARED_LOCALES, fallbackReason);
  if (locale === 'de') return write(['de'], null);
  try {
    return write([locale, 'de'], null);
  } catch (error) {
    if (!(error instanceof UnusableTextError) || error.locale === 'de') throw error;
    return write(SHARED_LOCALES, `${error.why}:${error.locale}:${error.key}`);
  }
}

import { type I18n, SOURCE_LOCALE } from '../../platform/i18n/i18n.js';
import type { CheckedLanguage, TextPack } from './checks/check.js';
import { isTranslated, translatedSource } from './text-pack.js';

/** The shipped texts of one language for newcomers and interpreters, ready to be checked. */
export function shippedPack(i18n: I18n, language: CheckedLanguage): TextPack {
  const isOwn = language.code === SOURCE_LOCALE;
  const own = [...i18n.texts(language.code)].filter(([key]) => isTranslated(key));
  return {
    language,
    german: translatedSource(i18n.texts(SOURCE_LOCALE)),
    own: new Map(own),
    sourceHashes: isOwn ? new Map() : i18n.sourceHashes(language.code),
  };
}

import { baseKey, type Catalogue, wantedKeys } from '../../platform/i18n/catalogue.js';

/** The parts of the texts that newcomers or interpreters read. */
const TRANSLATED_NAMESPACES = ['common', 'emails', 'letters', 'newcomer', 'interpreter'] as const;
/** In German and English only: the frame around every mail. */
const NOT_TRANSLATED = /^emails:frame\./;

/** The two audiences that read the product in their own language. */
export type Readers = 'newcomer' | 'interpreter';

/** Namespaces that the pages of an audience are made of. */
export const PAGE_NAMESPACES: Readonly<Record<Readers, readonly string[]>> = {
  newcomer: ['common', 'newcomer'],
  interpreter: ['common', 'interpreter'],
};

/** Whether a text is read by newcomers or interpreters and so wanted in every language. */
export function isTranslated(key: string): boolean {
  return (
    TRANSLATED_NAMESPACES.some((namespace) => key.startsWith(`${namespace}:`)) && !NOT_TRANSLATED.test(key)
  );
}

/** The German texts that are wanted in every language. */
export function translatedSource(german: Catalogue): Catalogue {
  return new Map([...german].filter(([key]) => isTranslated(key)));
}

/** The keys that a language needs, in its own plural forms and in the order of the German texts. */
export function packKeys(german: Catalogue, locale: string): string[] {
  return wantedKeys(translatedSource(german), locale);
}

/** The group in which a text is read and approved: one kind of mail or one page, `emails:invitation`. */
export function partOf(key: string): string {
  const [namespace = '', name = ''] = baseKey(key).split(':');
  const [first = '', ...deeper] = name.split('.');
  return deeper.length > 0 ? `${namespace}:${first}` : namespace;
}

import { baseKey, type Catalogue, wantedKeys } from '../../platform/i18n/catalogue.js';

/** The parts of the texts that newcomers read; interpreters are written to in German. */
const NEWCOMER_NAMESPACES = ['common', 'emails', 'letters', 'newcomer'] as const;
/** In German and English only: mails to interpreters, and the frame around every mail. */
const NOT_TRANSLATED = /^emails:(interpreter|frame)\./;

/** Namespaces that a newcomer's pages are made of. */
export const PAGE_NAMESPACES = ['common', 'newcomer'] as const;

/** Whether a text is read by newcomers and so wanted in every language. */
export function isForNewcomers(key: string): boolean {
  return (
    NEWCOMER_NAMESPACES.some((namespace) => key.startsWith(`${namespace}:`)) && !NOT_TRANSLATED.test(key)
  );
}

/** The German texts that newcomers read. */
export function newcomersSource(german: Catalogue): Catalogue {
  return new Map([...german].filter(([key]) => isForNewcomers(key)));
}

/** The keys that a language needs for newcomers, in its own plural forms and in the order of the German texts. */
export function packKeys(german: Catalogue, locale: string): string[] {
  return wantedKeys(newcomersSource(german), locale);
}

/** The group in which a text is read and approved: one kind of mail or one page, `emails:invitation`. */
export function partOf(key: string): string {
  const [namespace = '', name = ''] = baseKey(key).split(':');
  const [first = '', ...deeper] = name.split('.');
  return deeper.length > 0 ? `${namespace}:${first}` : namespace;
}

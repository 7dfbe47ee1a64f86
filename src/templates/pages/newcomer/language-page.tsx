import type { VNode } from 'preact';
import type { Translate } from '../../../platform/i18n/i18n.js';
import { type LanguageChoice, LanguageList } from '../../components/newcomer-layout.js';
import { BackLink } from './page-parts.js';

export interface LanguageView {
  readonly languages: readonly LanguageChoice[];
  /** Language of the talk, named in the language of the page. */
  readonly talkLanguage: string;
  readonly backHref: string;
}

/** N7: the language of the page; the language of the talk is another question. */
export function LanguagePage({ view, t }: { readonly view: LanguageView; readonly t: Translate }): VNode {
  return (
    <>
      <h1>{t('newcomer:language.title')}</h1>
      <LanguageList languages={view.languages} />
      <p>{t('newcomer:language.page-only')}</p>
      <p>{t('newcomer:language.talk', { language: view.talkLanguage })}</p>
      <p>{t('newcomer:language.talk-change')}</p>
      <BackLink href={view.backHref} t={t} />
    </>
  );
}

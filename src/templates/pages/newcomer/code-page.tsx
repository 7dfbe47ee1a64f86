import type { VNode } from 'preact';
import type { Translate } from '../../../platform/i18n/i18n.js';
import { Notice } from './page-parts.js';

export interface CodeView {
  readonly action: string;
  /** Why the form is shown again. */
  readonly problem: string | null;
}

/** N11: one field for the code of the letter. */
export function CodePage({ view, t }: { readonly view: CodeView; readonly t: Translate }): VNode {
  return (
    <>
      <Notice text={view.problem} title={t('newcomer:other.summary')} href="#code" />
      <h1>{t('newcomer:code.title')}</h1>
      <p>{t('newcomer:code.lead')}</p>
      <form method="post" action={view.action}>
        <p class="field">
          <label for="code">{t('newcomer:code.label')}</label>
          <input
            type="text"
            id="code"
            name="code"
            class="ltr"
            dir="ltr"
            maxLength={20}
            autoComplete="off"
            autoCapitalize="characters"
            spellcheck={false}
            aria-invalid={view.problem === null ? undefined : 'true'}
          />
        </p>
        <button type="submit" class="button yes">
          {t('newcomer:code.submit')}
        </button>
      </form>
    </>
  );
}

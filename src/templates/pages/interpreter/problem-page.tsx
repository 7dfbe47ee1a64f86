import type { VNode } from 'preact';
import type { Translate } from '../../../platform/i18n/i18n.js';

/** Something did not work: what, and the way back to the requests. */
export function ProblemPage({ message, t }: { readonly message: string; readonly t: Translate }): VNode {
  return (
    <>
      <p>{message}</p>
      <a class="button" href="/interpreter">
        {t('interpreter:layout.back')}
      </a>
    </>
  );
}

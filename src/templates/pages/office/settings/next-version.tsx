import type { VNode } from 'preact';
import type { Translate } from '../../../../platform/i18n/i18n.js';

/** Where the next version of a tariff is entered: what was counted by this one stays as it is. */
export function NextVersion({ href, t }: { readonly href: string; readonly t: Translate }): VNode {
  return (
    <section class="card apart">
      <h2>{t('tariffs:form.next')}</h2>
      <p>{t('tariffs:form.next-text')}</p>
      <p>
        <a class="button" href={href}>
          {t('tariffs:form.next')}
        </a>
      </p>
    </section>
  );
}

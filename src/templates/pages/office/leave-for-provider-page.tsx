import type { VNode } from 'preact';
import type { Translate } from '../../../platform/i18n/i18n.js';

/** The last step before the identity provider. */
export function LeaveForProviderPage({
  title,
  address,
  t,
}: {
  readonly title: string;
  readonly address: string;
  readonly t: Translate;
}): VNode {
  return (
    <>
      <div class="page-head">
        <h1>{title}</h1>
      </div>
      <p>{t('account:identity.leave')}</p>
      <p>
        <a class="button button-primary" href={address}>
          {title}
        </a>
      </p>
    </>
  );
}

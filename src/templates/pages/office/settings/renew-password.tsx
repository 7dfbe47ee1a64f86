import type { VNode } from 'preact';
import type { Translate } from '../../../../platform/i18n/i18n.js';
import { PostForm } from '../../../components/post-form.js';

/** Gives an account another password. */
export function RenewPassword(properties: {
  readonly action: string;
  readonly csrfToken: string;
  readonly t: Translate;
}): VNode {
  const { action, csrfToken, t } = properties;
  return (
    <section class="card apart">
      <h2>{t('settings:account.new-password')}</h2>
      <p>{t('settings:account.new-password-text')}</p>
      <PostForm action={action} csrfToken={csrfToken}>
        <button type="submit" class="button">
          {t('settings:account.new-password')}
        </button>
      </PostForm>
    </section>
  );
}

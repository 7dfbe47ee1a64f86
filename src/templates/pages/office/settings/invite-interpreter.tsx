import type { VNode } from 'preact';
import type { Translate } from '../../../../platform/i18n/i18n.js';
import { PostForm } from '../../../components/post-form.js';

/** Sends an interpreter the link to their own pages, and leads to what follows when they fall out. */
export function InviteInterpreter(properties: {
  readonly action: string;
  readonly csrfToken: string;
  readonly dropOutHref: string;
  readonly t: Translate;
}): VNode {
  const { action, csrfToken, dropOutHref, t } = properties;
  return (
    <section class="card apart">
      <h2>{t('settings:invite.title')}</h2>
      <p>{t('settings:invite.text')}</p>
      <div class="buttons">
        <PostForm action={action} csrfToken={csrfToken}>
          <button type="submit" class="button">
            {t('settings:invite.send')}
          </button>
        </PostForm>
        <a href={dropOutHref}>{t('office:drop-out.title')}</a>
      </div>
    </section>
  );
}

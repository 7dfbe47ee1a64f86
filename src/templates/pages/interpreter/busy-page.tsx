import type { VNode } from 'preact';
import { LinkList } from '../../components/link-list.js';
import type { Translate } from '../../../platform/i18n/i18n.js';
import { ErrorSummary, type FieldError } from '../../components/error-summary.js';
import { Field } from '../../components/field.js';
import { PostForm } from '../../components/post-form.js';

export interface BusyView {
  readonly csrfToken: string;
  readonly feeds: readonly {
    readonly id: number;
    readonly host: string;
    readonly state: string;
    readonly isGood: boolean;
    readonly readAt: string | null;
    readonly problem: string | null;
  }[];
  readonly errors: readonly FieldError[];
}

/** Their own calendar, read as busy times only. */
export function BusyPage({ view, t }: { readonly view: BusyView; readonly t: Translate }): VNode {
  return (
    <>
      <ErrorSummary title={t('interpreter:layout.check')} errors={view.errors} />
      <p>{t('interpreter:busy.lead')}</p>
      <p>{t('interpreter:busy.kept')}</p>
      {view.feeds.map((feed) => (
        <article key={feed.id} class={feed.isGood ? 'card good' : 'card bad'}>
          <h2>
            <bdi>{feed.host}</bdi>
          </h2>
          <p>
            <span aria-hidden="true">{feed.isGood ? '●' : '⚠'}</span> {feed.state}
          </p>
          {feed.problem !== null && <p>{feed.problem}</p>}
          {feed.readAt !== null && <p class="quiet">{feed.readAt}</p>}
          <PostForm action={`/interpreter/busy/${feed.id}/read`} csrfToken={view.csrfToken}>
            <button type="submit" class="button">
              {t('interpreter:busy.read-now')}
            </button>
          </PostForm>
          <PostForm action={`/interpreter/busy/${feed.id}/remove`} csrfToken={view.csrfToken}>
            <button type="submit" class="button no">
              {t('interpreter:busy.remove')}
            </button>
          </PostForm>
        </article>
      ))}
      <h2>{t('interpreter:busy.new')}</h2>
      <PostForm action="/interpreter/busy" csrfToken={view.csrfToken}>
        <Field
          name="address"
          label={t('interpreter:busy.address')}
          hint={t('interpreter:busy.where')}
          value=""
          errors={view.errors}
        />
        <button type="submit" class="button yes">
          {t('interpreter:busy.add')}
        </button>
      </PostForm>
      <LinkList links={[{ href: '/interpreter/availability', label: t('interpreter:layout.back') }]} />
    </>
  );
}

import type { VNode } from 'preact';
import type { Translate } from '../../../platform/i18n/i18n.js';
import { PostForm } from '../../components/post-form.js';

export interface CannotComeView {
  readonly csrfToken: string;
  readonly visits: readonly {
    readonly id: string;
    readonly day: string;
    /** `14:00–16:45` */
    readonly time: string;
    readonly what: string;
    /** The office knows already. */
    readonly isReported: boolean;
  }[];
}

/** The visits they have said yes to: what follows stands before the buttons. */
export function CannotComePage({ view, t }: { readonly view: CannotComeView; readonly t: Translate }): VNode {
  return (
    <>
      <p>{t('interpreter:cannot-come.lead')}</p>
      {view.visits.length === 0 && <p>{t('interpreter:agenda.empty')}</p>}
      {view.visits.map((visit) => (
        <article key={visit.id} class={visit.isReported ? 'card' : 'card good'}>
          <h2>{visit.day}</h2>
          <p>
            <span class="time" dir="ltr">
              {visit.time}
            </span>
          </p>
          <p>
            <bdi>{visit.what}</bdi>
          </p>
          {visit.isReported ? (
            <p>
              <span aria-hidden="true">✓</span> {t('interpreter:cannot-come.reported')}
            </p>
          ) : (
            <PostForm action={`/interpreter/cannot-come/${visit.id}`} csrfToken={view.csrfToken}>
              <button
                type="submit"
                class="button no"
                aria-label={`${t('interpreter:cannot-come.title')}: ${visit.day}, ${visit.time}`}
              >
                {t('interpreter:cannot-come.title')}
              </button>
            </PostForm>
          )}
        </article>
      ))}
    </>
  );
}

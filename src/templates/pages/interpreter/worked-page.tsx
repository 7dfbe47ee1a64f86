import type { VNode } from 'preact';
import type { Translate } from '../../../platform/i18n/i18n.js';
import { PostForm } from '../../components/post-form.js';

export interface WorkedView {
  readonly csrfToken: string;
  readonly month: string;
  readonly monthName: string;
  readonly beforeHref: string;
  readonly afterHref: string;
  readonly csvHref: string | null;
  readonly visits: readonly {
    readonly id: string;
    readonly day: string;
    readonly place: string;
    readonly languages: string;
    readonly agreed: string;
    readonly reported: string | null;
    readonly confirmed: string | null;
    readonly from: string;
    readonly until: string;
    readonly note: string;
    /** What is paid, or is expected to be; null: not known. */
    readonly amount: string | null;
  }[];
  /** Agreed time that was called off too late, with what is paid for it. */
  readonly cancellations: readonly string[];
}

/** I7: when they really began and ended, month by month. */
export function WorkedPage({ view, t }: { readonly view: WorkedView; readonly t: Translate }): VNode {
  return (
    <>
      <p>{t('interpreter:worked.lead')}</p>
      <p>
        <a href={view.beforeHref}>{t('interpreter:worked.before')}</a> · <b>{view.monthName}</b> ·{' '}
        <a href={view.afterHref}>{t('interpreter:worked.after')}</a>
      </p>
      {view.visits.length === 0 && <p>{t('interpreter:worked.none')}</p>}
      {view.visits.map((visit) => (
        <article key={visit.id} class={visit.confirmed === null ? 'card' : 'card good'}>
          <h2>{visit.day}</h2>
          <p>
            {visit.languages}
            {visit.place !== '' && (
              <>
                {' '}
                · <bdi>{visit.place}</bdi>
              </>
            )}
          </p>
          <p>{t('interpreter:worked.agreed', { time: visit.agreed })}</p>
          {visit.reported !== null && <p>{t('interpreter:worked.reported', { time: visit.reported })}</p>}
          {visit.amount !== null && (
            <p>
              <b>{visit.amount}</b>
            </p>
          )}
          {visit.confirmed === null ? (
            <Report visit={visit} view={view} t={t} />
          ) : (
            <p>
              <span aria-hidden="true">●</span> {t('interpreter:worked.confirmed', { time: visit.confirmed })}
            </p>
          )}
        </article>
      ))}
      {view.cancellations.length > 0 && (
        <section class="card">
          <h2>{t('interpreter:worked.cancellations')}</h2>
          <ul>
            {view.cancellations.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </section>
      )}
      {view.csvHref !== null && (
        <a class="button" href={view.csvHref}>
          {t('interpreter:worked.list', { month: view.monthName })}
        </a>
      )}
    </>
  );
}

function Report(properties: {
  readonly visit: WorkedView['visits'][number];
  readonly view: WorkedView;
  readonly t: Translate;
}): VNode {
  const { visit, view, t } = properties;
  return (
    <PostForm action={`/interpreter/worked/${visit.id}`} csrfToken={view.csrfToken}>
      <input type="hidden" name="month" value={view.month} />
      <div class="pair">
        {(['from', 'until'] as const).map((end) => (
          <label key={end} class="time-field">
            <span>{t(`interpreter:worked.${end}`)}</span>
            <input
              type="time"
              name={end}
              value={visit[end]}
              aria-label={`${visit.day}: ${t(`interpreter:worked.${end}`)}`}
            />
          </label>
        ))}
      </div>
      <label class="time-field">
        <span>{t('interpreter:worked.note')}</span>
        <input type="text" name="note" value={visit.note} maxLength={200} />
      </label>
      <button type="submit" class="button yes" aria-label={`${t('interpreter:worked.send')}: ${visit.day}`}>
        {t('interpreter:worked.send')}
      </button>
    </PostForm>
  );
}

import type { VNode } from 'preact';
import type { Translate } from '../../../platform/i18n/i18n.js';
import { PostForm } from '../../components/post-form.js';

export interface OfficeWorkedView {
  readonly csrfToken: string;
  readonly month: string;
  readonly monthName: string;
  readonly beforeHref: string;
  readonly afterHref: string;
  readonly csvHref: string;
  readonly visits: readonly {
    readonly id: string;
    readonly day: string;
    readonly interpreter: string;
    readonly place: string;
    readonly agreed: string;
    readonly reported: string | null;
    /** What was said differs from what was agreed or confirmed. */
    readonly differs: boolean;
    readonly confirmed: string | null;
    readonly note: string;
    readonly from: string;
    readonly until: string;
  }[];
}

const COLUMNS = ['day', 'interpreter', 'place', 'agreed', 'reported', 'confirmed'] as const;

/** Actual times of interpreters: confirmed or corrected visit by visit, and the month for billing. */
export function OfficeWorkedPage({
  view,
  t,
}: {
  readonly view: OfficeWorkedView;
  readonly t: Translate;
}): VNode {
  return (
    <>
      <h1>{t('worked:office.title', { month: view.monthName })}</h1>
      <p>
        <a href={view.beforeHref}>{t('worked:month.before')}</a> ·{' '}
        <a href={view.afterHref}>{t('worked:month.after')}</a> ·{' '}
        <a href={view.csvHref}>{t('worked:csv', { month: view.monthName })}</a>
      </p>
      {view.visits.length === 0 ? (
        <p>{t('worked:office.none')}</p>
      ) : (
        <section class="scroll" tabIndex={0} aria-label={t('worked:office.title', { month: view.monthName })}>
          <table class="list">
            <thead>
              <tr>
                {COLUMNS.map((column) => (
                  <th key={column} scope="col">
                    {t(`worked:column.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {view.visits.map((visit) => (
                <Row key={visit.id} visit={visit} view={view} t={t} />
              ))}
            </tbody>
          </table>
        </section>
      )}
    </>
  );
}

function Row(properties: {
  readonly visit: OfficeWorkedView['visits'][number];
  readonly view: OfficeWorkedView;
  readonly t: Translate;
}): VNode {
  const { visit, view, t } = properties;
  return (
    <tr>
      <td>{visit.day}</td>
      <td>{visit.interpreter}</td>
      <td>{visit.place}</td>
      <td>{visit.agreed}</td>
      <td>
        {visit.reported ?? t('worked:office.nothing')}
        {visit.differs && <b> ⚠ {t('worked:office.differs')}</b>}
        {visit.note !== '' && <div>{visit.note}</div>}
      </td>
      <td>
        {visit.confirmed !== null && <div>● {visit.confirmed}</div>}
        <PostForm action={`/office/worked/${visit.id}`} csrfToken={view.csrfToken}>
          <input type="hidden" name="month" value={view.month} />
          {(['from', 'until'] as const).map((end) => (
            <input
              key={end}
              type="time"
              name={end}
              value={visit[end]}
              aria-label={`${visit.interpreter}, ${visit.day}: ${t(`worked:interpreter.${end}`)}`}
            />
          ))}
          <button type="submit" class="button button-small">
            {t(visit.confirmed === null ? 'worked:office.confirm' : 'worked:office.correct')}
          </button>
        </PostForm>
      </td>
    </tr>
  );
}

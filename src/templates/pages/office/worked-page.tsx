import type { VNode } from 'preact';
import type { Translate } from '../../../platform/i18n/i18n.js';
import { CostTable, type CostTableView } from '../../components/cost-preview.js';
import { PostForm } from '../../components/post-form.js';
import { Select, type SelectView } from '../../components/select.js';
import { ListTable } from '../../components/list-table.js';

export interface OfficeWorkedView {
  readonly csrfToken: string;
  readonly month: string;
  readonly monthName: string;
  readonly beforeHref: string;
  readonly afterHref: string;
  readonly csvHref: string;
  readonly csvLabel: string;
  /** Whose lines are shown; empty: everybody's. */
  readonly whose: SelectView;
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
    readonly money: {
      readonly text: string;
      /** Not both sides have confirmed the time. */
      readonly isPlanned: boolean;
      readonly table: CostTableView | null;
    };
  }[];
  readonly cancellations: readonly {
    readonly id: string;
    readonly day: string;
    readonly interpreter: string;
    readonly reference: string;
    readonly kind: string;
    readonly givenUp: string;
    readonly amount: string;
    readonly table: CostTableView;
  }[];
  readonly total: string;
}

interface WorkedProperties {
  readonly view: OfficeWorkedView;
  readonly t: Translate;
}

const COLUMNS = ['day', 'interpreter', 'place', 'agreed', 'reported', 'confirmed', 'cost'] as const;

/** Actual times of interpreters: confirmed or corrected visit by visit, and the month for billing. */
export function OfficeWorkedPage({ view, t }: WorkedProperties): VNode {
  return (
    <>
      <h1>{t('worked:office.title', { month: view.monthName })}</h1>
      <p>
        <a href={view.beforeHref}>{t('worked:month.before')}</a> ·{' '}
        <a href={view.afterHref}>{t('worked:month.after')}</a> · <a href={view.csvHref}>{view.csvLabel}</a>
      </p>
      <Whose view={view} t={t} />
      <p>
        <strong>{view.total}</strong>
      </p>
      {view.visits.length === 0 ? (
        <p>{t('worked:office.none')}</p>
      ) : (
        <section class="scroll" tabIndex={0} aria-label={t('worked:office.title', { month: view.monthName })}>
          <ListTable columns={COLUMNS.map((column) => t(`worked:column.${column}`))}>
            {view.visits.map((visit) => (
              <Row key={visit.id} visit={visit} view={view} t={t} />
            ))}
          </ListTable>
        </section>
      )}
      {view.cancellations.length > 0 && <Cancellations view={view} t={t} />}
    </>
  );
}

function Whose({ view, t }: WorkedProperties): VNode {
  return (
    <form method="get" action="/office/worked" class="filters-inline">
      <input type="hidden" name="month" value={view.month} />
      <Select view={view.whose} />
      <button type="submit" class="button button-small">
        {t('worked:office.show')}
      </button>
    </form>
  );
}

const LOST_COLUMNS = ['day', 'interpreter', 'references', 'kind', 'given-up', 'cost'] as const;

function Cancellations({ view, t }: WorkedProperties): VNode {
  return (
    <>
      <h2 id="cancellations" class="spaced">
        {t('worked:office.cancellations')}
      </h2>
      <section class="scroll" tabIndex={0} aria-labelledby="cancellations">
        <ListTable columns={LOST_COLUMNS.map((column) => t(`worked:column.${column}`))}>
          {view.cancellations.map((one) => (
            <tr key={one.id}>
              <td>{one.day}</td>
              <td>{one.interpreter}</td>
              <td>{one.reference}</td>
              <td>{one.kind}</td>
              <td>{one.givenUp}</td>
              <td>
                <b>{one.amount}</b>
                <Lines table={one.table} t={t} />
              </td>
            </tr>
          ))}
        </ListTable>
      </section>
    </>
  );
}

function Lines({ table, t }: { readonly table: CostTableView; readonly t: Translate }): VNode {
  return (
    <details>
      <summary>{t('tariffs:cost.how')}</summary>
      <CostTable view={table} t={t} />
    </details>
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
          <input type="hidden" name="interpreter" value={view.whose.value} />
          {(['from', 'until'] as const).map((end) => (
            <input
              key={end}
              type="time"
              name={end}
              value={visit[end]}
              aria-label={`${visit.interpreter}, ${visit.day}: ${t(`worked:office.${end}`)}`}
            />
          ))}
          <button type="submit" class="button button-small">
            {t(visit.confirmed === null ? 'worked:office.confirm' : 'worked:office.correct')}
          </button>
        </PostForm>
      </td>
      <td>
        {visit.money.isPlanned ? visit.money.text : <b>{visit.money.text}</b>}
        {visit.money.table && <Lines table={visit.money.table} t={t} />}
      </td>
    </tr>
  );
}

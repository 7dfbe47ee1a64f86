import type { VNode } from 'preact';
import type { Translate } from '../../../platform/i18n/i18n.js';

/** Figures of one group, ready for display. */
export interface ReportRowView {
  readonly name: string;
  /** Length of its bar, 0 to 1; null: no bar. */
  readonly share: number | null;
  readonly talks: string;
  readonly held: string;
  readonly noShow: string;
  readonly cancelled: string;
  readonly persons: string;
  readonly waiting: string;
  readonly cost: string;
}

interface ReportTableView {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly ReportRowView[];
  readonly total: ReportRowView;
  /** Only talks are counted. */
  readonly isShort: boolean;
}

export interface ReportsView {
  readonly before: { readonly href: string; readonly label: string };
  readonly after: { readonly href: string; readonly label: string };
  readonly csvHref: string;
  readonly isEmpty: boolean;
  readonly tables: readonly ReportTableView[];
}

interface ReportsProperties {
  readonly view: ReportsView;
  readonly t: Translate;
}

const COLUMNS = [
  ['held', 'held'],
  ['no-show', 'noShow'],
  ['cancelled', 'cancelled'],
  ['persons', 'persons'],
  ['mean-waiting-days', 'waiting'],
  ['cost', 'cost'],
] as const;

/** The talks of a year in figures without names. */
export function ReportsPage({ view, t }: ReportsProperties): VNode {
  const { before, after } = view;
  const year = Number(before.label) + 1;
  return (
    <>
      <h1>{t('reports:title', { year })}</h1>
      <p class="week-steps">
        <a href={before.href}>{before.label}</a> · <a href={after.href}>{after.label}</a>
        {!view.isEmpty && (
          <>
            {' '}
            · <a href={view.csvHref}>{t('reports:csv')}</a>
          </>
        )}
      </p>
      {view.isEmpty ? <p class="empty">{t('reports:none')}</p> : <p class="hint">{t('reports:lead')}</p>}
      {view.tables.map((table) => (
        <ReportTable key={table.id} table={table} t={t} />
      ))}
    </>
  );
}

function ReportTable({ table, t }: { readonly table: ReportTableView; readonly t: Translate }): VNode {
  const columns = table.isShort ? [] : COLUMNS;
  return (
    <section class="apart">
      <h2 id={table.id}>{table.title}</h2>
      <section class="scroll fitted" aria-labelledby={table.id} tabIndex={0}>
        <table class="list numbers">
          <thead>
            <tr>
              <th scope="col">{t('reports:column.group')}</th>
              <th scope="col" colSpan={2}>
                {t('reports:column.talks')}
              </th>
              {columns.map(([column]) => (
                <th key={column} scope="col">
                  {t(`reports:column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row) => (
              <ReportRow key={row.name} row={row} columns={columns} />
            ))}
          </tbody>
          <tfoot>
            <ReportRow row={table.total} columns={columns} />
          </tfoot>
        </table>
      </section>
    </section>
  );
}

function ReportRow({
  row,
  columns,
}: {
  readonly row: ReportRowView;
  readonly columns: readonly (typeof COLUMNS)[number][];
}): VNode {
  return (
    <tr>
      <th scope="row">{row.name}</th>
      <td class="bar-cell">{row.share !== null && <Bar share={row.share} />}</td>
      <td>{row.talks}</td>
      {columns.map(([column, field]) => (
        <td key={column}>{row[field]}</td>
      ))}
    </tr>
  );
}

/** The number beside it says the same. */
function Bar({ share }: { readonly share: number }): VNode {
  return (
    <svg class="report-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <rect width={Math.round(share * 1000) / 10} height="10" />
    </svg>
  );
}

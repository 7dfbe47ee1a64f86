import type { VNode } from 'preact';
import type { Translate } from '../../../../platform/i18n/i18n.js';
import { ListTable } from '../../../components/list-table.js';

export interface PlanComparisonView {
  /** What the plan saves, and how near it is to the best possible. */
  readonly lines: readonly string[];
  readonly rows: readonly {
    readonly measure: string;
    readonly today: string;
    readonly firstCome: string;
    readonly plan: string;
  }[];
}

/** The plan beside today and beside first come, first served. */
export function PlanComparisonTable({
  view,
  t,
}: {
  readonly view: PlanComparisonView;
  readonly t: Translate;
}): VNode {
  return (
    <section class="apart">
      <h2>{t('plans:compare.title')}</h2>
      {view.lines.map((line) => (
        <p key={line}>
          <strong>{line}</strong>
        </p>
      ))}
      <section class="scroll fitted" aria-label={t('plans:compare.title')} tabIndex={0}>
        <ListTable
          numbers
          caption={t('plans:compare.caption')}
          columns={[
            t('plans:compare.measure'),
            t('plans:compare.today'),
            t('plans:compare.first-come'),
            t('plans:compare.plan'),
          ]}
        >
          {view.rows.map((row) => (
            <tr key={row.measure}>
              <th scope="row">{row.measure}</th>
              <td>{row.today}</td>
              <td>{row.firstCome}</td>
              <td>
                <strong>{row.plan}</strong>
              </td>
            </tr>
          ))}
        </ListTable>
      </section>
    </section>
  );
}

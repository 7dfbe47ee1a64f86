import type { VNode } from 'preact';
import type { Translate } from '../../../../platform/i18n/i18n.js';
import { Badge, type BadgeView } from '../../../components/badge.js';
import { ErrorSummary } from '../../../components/error-summary.js';
import { PlanStartForm, type PlanStartView } from './plan-start-form.js';
import { ListTable } from '../../../components/list-table.js';

/** One plan of the list. */
export interface PlanLineView {
  readonly id: string;
  readonly href: string;
  readonly name: string;
  readonly edition: string;
  readonly who: string;
  readonly state: BadgeView;
  readonly result: string;
}

export interface PlansView {
  readonly start: PlanStartView;
  /** The run or review that is not over. */
  readonly current: { readonly text: string; readonly href: string } | null;
  readonly plans: readonly PlanLineView[];
}

interface PlansProperties {
  readonly view: PlansView;
  readonly t: Translate;
}

/** *Abgleich*: start a run, and the runs there were. */
export function PlansPage({ view, t }: PlansProperties): VNode {
  return (
    <>
      <ErrorSummary title={t('validation:summary')} errors={view.start.errors} />
      <h1>{t('plans:title')}</h1>
      <p class="lead">{t('plans:lead')}</p>
      <div class="stack">
        {view.current && (
          <section class="card">
            <h2>{t('plans:current.title')}</h2>
            <p>{view.current.text}</p>
            <a class="button button-primary" href={view.current.href}>
              {t('plans:current.open')}
            </a>
          </section>
        )}
        <PlanStartForm view={view.start} t={t} />
      </div>
      <h2 class="apart">{t('plans:list.title')}</h2>
      {view.plans.length === 0 ? (
        <p class="empty">{t('plans:list.empty')}</p>
      ) : (
        <PlanList view={view} t={t} />
      )}
    </>
  );
}

function PlanList({ view, t }: PlansProperties): VNode {
  return (
    <section class="scroll" aria-label={t('plans:list.title')} tabIndex={0}>
      <ListTable
        caption={t('plans:list.caption')}
        columns={[t('plans:list.when'), t('plans:list.who'), t('plans:list.state'), t('plans:list.result')]}
      >
        {view.plans.map((plan) => (
          <tr key={plan.id}>
            <th scope="row">
              <a href={plan.href}>{plan.name}</a> <span class="below">{plan.edition}</span>
            </th>
            <td>{plan.who}</td>
            <td>
              <Badge view={plan.state} />
            </td>
            <td>{plan.result}</td>
          </tr>
        ))}
      </ListTable>
    </section>
  );
}

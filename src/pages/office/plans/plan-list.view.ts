import type { Plan } from '../../../features/plans/index.js';
import type { PlanLineView, PlansView } from '../../../templates/pages/office/plans/plans-page.js';
import { planPaths } from '../../../templates/pages/office/plans/plan-paths.js';
import type { OfficeContext } from '../office-context.js';
import { planBadge, planName } from './plan-words.js';

/** The plans of the office, and the one that is not over. */
export function planListView(
  plans: readonly Plan[],
  nameOf: (actor: string) => string,
  context: OfficeContext,
): Pick<PlansView, 'current' | 'plans'> {
  return { current: currentOf(context, plans), plans: plans.map((plan) => lineOf(plan, nameOf, context)) };
}

function currentOf({ t }: OfficeContext, plans: readonly Plan[]): PlansView['current'] {
  const plan = plans.find(({ state }) => ['draft', 'running', 'ready'].includes(state));
  if (!plan) return null;
  const text = t(plan.state === 'ready' ? 'plans:current.ready' : 'plans:current.running');
  return { text, href: planPaths.plan(plan.id) };
}

function lineOf(plan: Plan, nameOf: (actor: string) => string, context: OfficeContext): PlanLineView {
  const { t } = context;
  const totals = plan.totals;
  return {
    id: plan.id,
    href: planPaths.plan(plan.id),
    name: planName(plan, context),
    edition: t('plans:edition', { count: plan.edition }),
    who: nameOf(plan.createdBy),
    state: planBadge(plan.state, context),
    result: totals
      ? t('plans:planned-of', { planned: totals.plan.planned, households: totals.households })
      : '–',
  };
}

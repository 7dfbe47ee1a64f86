import type { Plan } from '../../../features/plans/index.js';
import type { FieldError } from '../../../templates/components/error-summary.js';
import type { PlanLineView, PlansView } from '../../../templates/pages/office/plans/plans-page.js';
import { planPaths } from '../../../templates/pages/office/plans/plan-paths.js';
import type { OfficeContext } from '../office-context.js';
import { efforts } from './plan-start.forms.js';
import { planBadge, planName } from './plan-words.js';

const WEEKS = [2, 4, 6, 8, 10, 12];

/** What the start page shows. */
export interface PlansWorld {
  readonly plans: readonly Plan[];
  readonly waiting: { readonly households: number; readonly overdue: number };
  readonly nameOf: (actor: string) => string;
}

export function plansView(
  context: OfficeContext,
  world: PlansWorld,
  form: { readonly weeks: string; readonly effort: string; readonly errors: readonly FieldError[] },
): PlansView {
  const { t, staff } = context;
  const weeks = [...new Set([...WEEKS, context.office.policies.horizonWeeks])].sort((a, b) => a - b);
  return {
    waiting: waitingLines(context, world.waiting),
    canStart: world.waiting.households > 0,
    csrfToken: staff.csrfToken,
    weeks: {
      name: 'weeks',
      label: t('plans:start.weeks'),
      value: form.weeks,
      options: weeks.map((count) => ({
        value: String(count),
        label: t('plans:start.weeks-option', { count }),
      })),
    },
    effort: {
      name: 'effort',
      legend: t('plans:start.effort'),
      value: form.effort,
      options: efforts.map((value) => ({ value, label: t(`plans:start.effort-${value}`) })),
    },
    errors: form.errors,
    current: currentOf(context, world.plans),
    plans: world.plans.map((plan) => lineOf(plan, context, world)),
  };
}

function waitingLines({ t }: OfficeContext, waiting: PlansWorld['waiting']): string[] {
  if (waiting.households === 0) return [t('plans:waiting.none')];
  return [
    t('plans:waiting.households', { count: waiting.households }),
    ...(waiting.overdue > 0 ? [t('plans:waiting.overdue', { count: waiting.overdue })] : []),
  ];
}

function currentOf({ t }: OfficeContext, plans: readonly Plan[]): PlansView['current'] {
  const plan = plans.find(({ state }) => ['draft', 'running', 'ready'].includes(state));
  if (!plan) return null;
  const text = t(plan.state === 'ready' ? 'plans:current.ready' : 'plans:current.running');
  return { text, href: planPaths.plan(plan.id) };
}

function lineOf(plan: Plan, context: OfficeContext, { nameOf }: PlansWorld): PlanLineView {
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

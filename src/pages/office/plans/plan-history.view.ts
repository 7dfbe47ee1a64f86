import type { Plan, PlanHistory } from '../../../features/plans/index.js';
import type { ActionView } from '../../../templates/components/action-button.js';
import type { PlanHistoryView } from '../../../templates/pages/office/plans/plan-history-section.js';
import { planPaths } from '../../../templates/pages/office/plans/plan-paths.js';
import type { OfficeContext } from '../office-context.js';
import { planBadge, planName } from './plan-words.js';

/** The steps of this edition and the other editions, each with the way back to it while the review is open. */
export function historyView(
  plan: Plan,
  { editions, steps }: PlanHistory,
  nameOf: (actor: string) => string,
  context: OfficeContext,
): PlanHistoryView {
  const isRestorable = editions.at(-1)?.state === 'ready';
  return {
    title: context.t('plans:history.title', { count: steps.length }),
    steps: steps.map((step) => stepLine(step, plan, nameOf, context)),
    editions: editions.map((edition) => ({
      key: edition.id,
      href: planPaths.plan(edition.id),
      name: `${context.t('plans:edition', { count: edition.edition })}: ${planName(edition, context)}`,
      state: planBadge(edition.state, context),
      current: edition.id === plan.id,
      restore: isRestorable && edition.state === 'discarded' ? restoreAction(edition, context) : null,
    })),
    csrfToken: context.staff.csrfToken,
  };
}

function stepLine(
  { step, action, actor, takenAt, rows }: PlanHistory['steps'][number],
  plan: Plan,
  nameOf: (actor: string) => string,
  context: OfficeContext,
): PlanHistoryView['steps'][number] {
  const { t, format } = context;
  const what = t(`plans:history.action.${action}`, { count: rows });
  const time = `${format.numericDate(takenAt)}, ${format.time(takenAt)}`;
  return {
    key: step,
    text: t('plans:history.step', { step, what, name: nameOf(actor), time }),
    back:
      plan.state === 'ready' ? takeBackAction(t('plans:history.before-step', { step }), step, plan) : null,
  };
}

/** The button that takes a step and all after it back. */
export function takeBackAction(label: string, step: number, plan: Plan): ActionView {
  return {
    label,
    action: planPaths.takeBack(plan.id),
    fields: [
      ['step', String(step)],
      ['version', String(plan.version)],
    ],
  };
}

function restoreAction({ id, edition }: Plan, { t }: OfficeContext): ActionView {
  return { label: t('plans:history.restore', { count: edition }), action: planPaths.restore(id), fields: [] };
}

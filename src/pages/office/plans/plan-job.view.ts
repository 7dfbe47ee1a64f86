import type { Plan } from '../../../features/plans/index.js';
import { planPaths } from '../../../templates/pages/office/plans/plan-paths.js';
import type { PlanJobView } from '../../../templates/pages/office/plans/plan-job-page.js';
import type { OfficeContext } from '../office-context.js';
import { money } from './plan-words.js';

/** How far a run is: «Schritt 2 von 3: Termine suchen – 84 %, 312 Haushalte, seit 12 s». */
export function jobView(plan: Plan, context: OfficeContext): PlanJobView {
  const { t, now, staff } = context;
  const { step, share = 0, households, costRappen } = plan.progress;
  const percent = Math.round(share * 100);
  const seconds = Math.max(0, Math.round((now.getTime() - plan.createdAt.getTime()) / 1000));
  const parts = [
    `${t(`plans:job.step.${plan.state === 'draft' ? 'waiting' : (step ?? 'reading')}`)} – ${percent} %`,
    ...(households === undefined ? [] : [t('plans:job.households', { count: households })]),
    t('plans:job.since', { count: seconds }),
    ...remaining(seconds, share, t),
    ...(costRappen === undefined || costRappen === null
      ? []
      : [t('plans:job.best', { money: money(costRappen, context) })]),
  ];
  return {
    title: t('plans:job.title'),
    percent,
    status: parts.join(', '),
    stop: plan.cancelRequested
      ? null
      : { label: t('plans:job.stop'), action: planPaths.stop(plan.id), fields: [] },
    stopping: plan.cancelRequested ? t('plans:job.stopping') : null,
    csrfToken: staff.csrfToken,
  };
}

/** Told when there is something to go by: from the third second, and not for the last moments. */
function remaining(seconds: number, share: number, t: OfficeContext['t']): string[] {
  if (seconds < 3 || share < 0.05 || share > 0.98) return [];
  return [t('plans:job.remaining', { count: Math.ceil((seconds * (1 - share)) / share) })];
}

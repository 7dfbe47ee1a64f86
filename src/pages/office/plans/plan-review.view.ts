import type { Plan, PlanHistory, PlanReview } from '../../../features/plans/index.js';
import type { TalkView } from '../../../features/talks/index.js';
import { planPaths } from '../../../templates/pages/office/plans/plan-paths.js';
import type { PlanReviewView } from '../../../templates/pages/office/plans/plan-review-page.js';
import type { OfficeContext } from '../office-context.js';
import { comparisonView } from './plan-comparison.view.js';
import { gapView } from './plan-gap.view.js';
import { historyView, takeBackAction } from './plan-history.view.js';
import { pictureView } from './plan-picture.view.js';
import { isLate, planViews, rowsView, type PlanView } from './plan-rows.view.js';
import { planName, type LanguageWords } from './plan-words.js';

/** What the review shows beside the plan itself. */
export interface ReviewWorld {
  readonly view: PlanView;
  readonly languageNames: LanguageWords;
  /** Talks that stand already in the plan's weeks; only the picture needs them. */
  readonly standing: readonly TalkView[];
  /** The edition that follows, when the plan is over. */
  readonly next: Plan | undefined;
  readonly history: PlanHistory;
  readonly nameOf: (actor: string) => string;
}

export function reviewView(review: PlanReview, world: ReviewWorld, context: OfficeContext): PlanReviewView {
  const { plan, rows, gaps } = review;
  const { t, staff } = context;
  const isOpen = plan.state === 'ready';
  const isPicture = world.view === 'picture';
  const names = new Map(rows.map(({ householdId, household }) => [householdId, household.name]));
  const rowsWorld = { planId: plan.id, isOpen, languageNames: world.languageNames, names };
  return {
    title: planName(plan, context),
    summary: summaryOf(review, context),
    notice: noticeOf(plan, world.next, context),
    checkHref: isOpen ? planPaths.check(plan.id) : null,
    actions: isOpen
      ? [
          { label: t('plans:review.rerun'), action: planPaths.rerun(plan.id), fields: [] },
          ...undoLast(plan, world.history, context),
          { label: t('plans:review.discard'), action: planPaths.discard(plan.id), fields: [] },
        ]
      : [],
    comparison: comparisonView(plan, context),
    views: planViews.map((view) => ({
      href: planPaths.view(plan.id, view),
      label: t(`plans:review.view.${view}`),
      current: view === world.view,
    })),
    rows: isPicture ? null : rowsView(rows, world.view, rowsWorld, context),
    picture: isPicture ? pictureView(rows, world.standing, context) : null,
    gaps: gaps.map((gap) => gapView(gap, world.languageNames, context)),
    history: historyView(plan, world.history, world.nameOf, context),
    csrfToken: staff.csrfToken,
  };
}

/** The button that takes the newest step back, whoever took it. */
function undoLast(
  plan: Plan,
  { steps: [last] }: PlanHistory,
  { t }: OfficeContext,
): PlanReviewView['actions'] {
  if (!last) return [];
  return [takeBackAction(t('plans:history.undo-last'), last.step, plan)];
}

function summaryOf({ plan, rows, gaps }: PlanReview, { t }: OfficeContext): string[] {
  const waiting = gaps.filter(({ announced }) => announced === null);
  const households = plan.totals?.households ?? rows.length + waiting.length;
  const late = rows.filter(isLate).length;
  const moved = rows.filter(({ moves }) => moves !== null).length;
  const marked = rows.filter(({ mark }) => mark !== null).length;
  return [
    t('plans:edition', { count: plan.edition }),
    ...tookWords(plan, t),
    t('plans:planned-of', { planned: rows.length - moved, households }),
    ...(gaps.length > 0 ? [t('plans:gaps', { count: gaps.length })] : []),
    ...(moved > 0 ? [t('plans:moved', { count: moved })] : []),
    ...(late > 0 ? [t('plans:warnings', { count: late })] : []),
    ...(marked > 0 ? [t('plans:marks', { count: marked })] : []),
  ];
}

function tookWords({ createdAt, finishedAt }: Plan, t: OfficeContext['t']): string[] {
  if (!finishedAt) return [];
  const count = Math.max(1, Math.round((finishedAt.getTime() - createdAt.getTime()) / 1000));
  return [t('plans:review.took', { count })];
}

function noticeOf(plan: Plan, next: Plan | undefined, { t }: OfficeContext): PlanReviewView['notice'] {
  if (plan.state !== 'discarded') return null;
  return {
    text: t('plans:review.discarded'),
    href: next ? planPaths.plan(next.id) : null,
    label: t('plans:review.next'),
  };
}

import { Injectable } from '@nestjs/common';
import { PlanQueries, type Plan } from '../../../features/plans/index.js';
import { TalkQueries } from '../../../features/talks/index.js';
import { PlanFailedPage, PlanJobPage } from '../../../templates/pages/office/plans/plan-job-page.js';
import { PlanResultPage } from '../../../templates/pages/office/plans/plan-result-page.js';
import { PlanReviewPage } from '../../../templates/pages/office/plans/plan-review-page.js';
import { ActorNames } from '../actor-names.js';
import { LanguageNames } from '../language-names.js';
import type { OfficeContext } from '../office-context.js';
import type { OfficePageParts } from '../office-pages.js';
import { jobView } from './plan-job.view.js';
import { resultView } from './plan-result.view.js';
import { reviewView } from './plan-review.view.js';
import type { PlanView } from './plan-rows.view.js';

/** A plan's page as it is now. */
export interface ShownPlan {
  readonly parts: OfficePageParts;
  /** The run goes on: the page loads itself again. */
  readonly isWaiting: boolean;
}

/** Puts together the page of one plan: the run, the review or the result. */
@Injectable()
export class PlanPage {
  constructor(
    private readonly plans: PlanQueries,
    private readonly talks: TalkQueries,
    private readonly languageNames: LanguageNames,
    private readonly actors: ActorNames,
  ) {}

  /** Throws `plan-not-found`. A view asks for the rows, even of a published plan. */
  async of(context: OfficeContext, planId: string, view: PlanView | undefined): Promise<ShownPlan> {
    const plan = await this.plans.get(context.office.id, planId);
    if (plan.state === 'draft' || plan.state === 'running') return jobPage(plan, context);
    if (plan.state === 'failed') return failedPage(context);
    if (plan.state === 'published' && view === undefined) return this.result(plan, context);
    return this.review(plan, view ?? 'all', context);
  }

  private async review(plan: Plan, view: PlanView, context: OfficeContext): Promise<ShownPlan> {
    const { id: officeId } = context.office;
    const [review, languageNames, next, standing, history, nameOf] = await Promise.all([
      this.plans.review(officeId, plan.id),
      this.languageNames.in(context.locale),
      plan.state === 'discarded' ? this.plans.next(officeId, plan.id) : undefined,
      view === 'picture' ? this.standing(plan, officeId) : [],
      this.plans.history(officeId, plan.id),
      this.actors.of(officeId, context.t),
    ]);
    const shown = reviewView(review, { view, languageNames, next, standing, history, nameOf }, context);
    return page(context, shown.title, PlanReviewPage({ view: shown, t: context.t }));
  }

  /** Talks that this plan has not booked itself. */
  private async standing(plan: Plan, officeId: number): ReturnType<TalkQueries['between']> {
    if (plan.horizonFrom === null || plan.horizonTo === null) return [];
    const [talks, review] = await Promise.all([
      this.talks.between(officeId, plan.horizonFrom, plan.horizonTo),
      this.plans.review(officeId, plan.id),
    ]);
    const own = new Set(review.rows.flatMap(({ talkId, moves }) => [talkId, moves?.talkId]));
    return talks.filter(({ id }) => !own.has(id));
  }

  private async result(plan: Plan, context: OfficeContext): Promise<ShownPlan> {
    const [review, nameOf] = await Promise.all([
      this.plans.review(context.office.id, plan.id),
      this.actors.of(context.office.id, context.t),
    ]);
    const body = PlanResultPage({ view: resultView(review, nameOf, context), t: context.t });
    return page(context, context.t('plans:result.title'), body);
  }
}

function jobPage(plan: Plan, context: OfficeContext): ShownPlan {
  const view = jobView(plan, context);
  return { ...page(context, view.title, PlanJobPage({ view, t: context.t })), isWaiting: true };
}

function failedPage(context: OfficeContext): ShownPlan {
  const { t } = context;
  return page(context, t('plans:job.failed-title'), PlanFailedPage({ t }));
}

function page({ t }: OfficeContext, title: string, body: OfficePageParts['body']): ShownPlan {
  return { parts: { title: `${title} – ${t('plans:title')}`, current: 'plans', body }, isWaiting: false };
}

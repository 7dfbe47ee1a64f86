import { Injectable } from '@nestjs/common';
import { hasFindings, PlanQueries, type Plan } from '../../../features/plans/index.js';
import { TalkQueries } from '../../../features/talks/index.js';
import { PlanResultPage } from '../../../templates/pages/office/plans/plan-result-page.js';
import { PlanReviewPage } from '../../../templates/pages/office/plans/plan-review-page.js';
import { ActorNames } from '../actor-names.js';
import { LanguageNames } from '../language-names.js';
import type { OfficeContext } from '../office-context.js';
import type { OfficePageParts } from '../office-frame.js';
import { resultView } from './plan-result.view.js';
import { reviewView } from './plan-review.view.js';
import type { PlanView } from './plan-rows.view.js';

/** Puts together the page of one plan: the review or the result. */
@Injectable()
export class PlanPage {
  constructor(
    private readonly plans: PlanQueries,
    private readonly talks: TalkQueries,
    private readonly languageNames: LanguageNames,
    private readonly actors: ActorNames,
  ) {}

  /**
   * Undefined as long as there is nothing but the job that computes it. Throws `plan-not-found`. A view asks for the
   * rows, even of a published plan.
   */
  async of(
    context: OfficeContext,
    planId: string,
    view: PlanView | undefined,
  ): Promise<OfficePageParts | undefined> {
    const plan = await this.plans.get(context.office.id, planId);
    if (!hasFindings(plan.state)) return undefined;
    if (plan.state === 'published' && view === undefined) return this.result(plan, context);
    return this.review(plan, view ?? 'all', context);
  }

  private async review(plan: Plan, view: PlanView, context: OfficeContext): Promise<OfficePageParts> {
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
    return {
      ...page(context, shown.title, PlanReviewPage({ view: shown, t: context.t })),
      live: ['plan', 'talk', 'household'],
    };
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

  private async result(plan: Plan, context: OfficeContext): Promise<OfficePageParts> {
    const [review, nameOf] = await Promise.all([
      this.plans.review(context.office.id, plan.id),
      this.actors.of(context.office.id, context.t),
    ]);
    const body = PlanResultPage({ view: resultView(review, nameOf, context), t: context.t });
    return page(context, context.t('plans:result.title'), body);
  }
}

function page({ t }: OfficeContext, title: string, body: OfficePageParts['body']): OfficePageParts {
  return { title: `${title} – ${t('plans:title')}`, current: 'plans', body };
}

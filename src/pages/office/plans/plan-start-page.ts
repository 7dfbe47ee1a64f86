import { Injectable } from '@nestjs/common';
import { HouseholdQueries } from '../../../features/households/index.js';
import { PlanQueries } from '../../../features/plans/index.js';
import { PlansPage } from '../../../templates/pages/office/plans/plans-page.js';
import { ActorNames } from '../actor-names.js';
import { LanguageNames } from '../language-names.js';
import type { OfficeContext } from '../office-context.js';
import { OfficePages } from '../office-pages.js';
import { planListView } from './plan-list.view.js';
import { planStartView, type PlanStartWorld } from './plan-start.view.js';

const LISTED = 20;

/** Puts together the page that starts a plan, with the plans there were. */
@Injectable()
export class PlanStartPage {
  constructor(
    private readonly pages: OfficePages,
    private readonly plans: PlanQueries,
    private readonly households: HouseholdQueries,
    private readonly languageNames: LanguageNames,
    private readonly actors: ActorNames,
  ) {}

  /** The whole HTML document. */
  async of(
    context: OfficeContext,
    form: Pick<PlanStartWorld, 'entries' | 'ticked' | 'errors'>,
  ): Promise<string> {
    const { office, t } = context;
    const [plans, waiting, counts, languageNames, nameOf] = await Promise.all([
      this.plans.list(office.id, LISTED),
      this.plans.waiting(office.id),
      this.households.counts(office.id),
      this.languageNames.in(context.locale),
      this.actors.of(office.id, t),
    ]);
    const start = planStartView({ ...form, waiting, counts, languageNames }, context);
    const view = { start, ...planListView(plans, nameOf, context) };
    const title =
      form.errors.length > 0 ? t('validation:title', { title: t('plans:title') }) : t('plans:title');
    return this.pages.render(context, { title, current: 'plans', body: PlansPage({ view, t }) });
  }
}

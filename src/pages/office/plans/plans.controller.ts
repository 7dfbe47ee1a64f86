import { Body, Get, Header, HttpStatus, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { PlanQueries, StartPlan } from '../../../features/plans/index.js';
import type { FieldError } from '../../../templates/components/error-summary.js';
import { planPaths } from '../../../templates/pages/office/plans/plan-paths.js';
import { PlansPage } from '../../../templates/pages/office/plans/plans-page.js';
import { ActorNames } from '../actor-names.js';
import { fieldErrors } from '../form-errors.js';
import type { OfficeContext } from '../office-context.js';
import { OfficeController } from '../office-controller.js';
import { OfficePages } from '../office-pages.js';
import type { OfficeRequest } from '../office-request.js';
import { efforts, SECONDS, StartForm } from './plan-start.forms.js';
import { plansView } from './plan-start.view.js';
import { PlanPage } from './plan-page.js';
import { planViews } from './plan-rows.view.js';

const LISTED = 20;

/** *Abgleich*: the runs of the office, each waiting, under review or over at its own address. */
@OfficeController('plans', 'plan')
export class PlansController {
  constructor(
    private readonly pages: OfficePages,
    private readonly plans: PlanQueries,
    private readonly startPlan: StartPlan,
    private readonly actors: ActorNames,
    private readonly planPage: PlanPage,
  ) {}

  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  async list(@Req() request: OfficeRequest): Promise<string> {
    const context = await this.pages.context(request);
    const weeks = String(context.office.policies.horizonWeeks);
    return this.startPage(context, { weeks, effort: efforts[1], errors: [] });
  }

  /** Ordering twice shows the same run. */
  @Post()
  async start(
    @Req() request: OfficeRequest,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const context = await this.pages.context(request);
    const form = StartForm.safeParse(body);
    if (!form.success) {
      const errors = fieldErrors(form.error, context.t);
      const page = await this.startPage(context, { weeks: '', effort: '', errors });
      response.status(HttpStatus.UNPROCESSABLE_ENTITY).type('html').send(page);
      return;
    }
    const { planId } = await this.startPlan.run({
      officeId: context.office.id,
      actor: `staff:${context.staff.id}`,
      weeks: form.data.weeks,
      seconds: SECONDS[form.data.effort],
    });
    response.redirect(HttpStatus.SEE_OTHER, planPaths.plan(planId));
  }

  /** The run while it computes, then its review, then what publishing did: one address for all of it. */
  @Get(':id')
  async show(
    @Req() request: OfficeRequest,
    @Param('id') id: string,
    @Query('view') view: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const context = await this.pages.context(request);
    const known = planViews.find((candidate) => candidate === view);
    const page = await this.planPage.of(context, id, known);
    if (page.isWaiting) response.setHeader('Refresh', '2');
    response.type('html').send(await this.pages.render(context, page.parts));
  }

  private async startPage(
    context: OfficeContext,
    form: { readonly weeks: string; readonly effort: string; readonly errors: readonly FieldError[] },
  ): Promise<string> {
    const { office, t } = context;
    const [plans, waiting, nameOf] = await Promise.all([
      this.plans.list(office.id, LISTED),
      this.plans.waiting(office.id),
      this.actors.of(office.id, t),
    ]);
    const view = plansView(context, { plans, waiting, nameOf }, form);
    const title =
      form.errors.length > 0 ? t('validation:title', { title: t('plans:title') }) : t('plans:title');
    return this.pages.render(context, { title, current: 'plans', body: PlansPage({ view, t }) });
  }
}

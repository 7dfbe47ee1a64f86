import { Body, Get, HttpStatus, Param, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
import { PlanQueries, PublishPlan } from '../../../features/plans/index.js';
import { DomainError } from '../../../platform/errors/domain-error.js';
import { PlanCheckPage } from '../../../templates/pages/office/plans/plan-check-page.js';
import { planPaths } from '../../../templates/pages/office/plans/plan-paths.js';
import { LanguageNames } from '../language-names.js';
import type { OfficeContext } from '../office-context.js';
import { OfficeController } from '../office-controller.js';
import { OfficePages } from '../office-pages.js';
import type { OfficeRequest } from '../office-request.js';
import { checkView } from './plan-check.view.js';

const PublishForm = z.object({ version: z.coerce.number().int().positive() });

/** The last look at a plan before its talks are booked, and the booking. */
@OfficeController('plans/:id', 'plan')
export class PublishController {
  constructor(
    private readonly pages: OfficePages,
    private readonly plans: PlanQueries,
    private readonly publish: PublishPlan,
    private readonly languageNames: LanguageNames,
  ) {}

  /** A plan that is over has nothing to check: its own page says what became of it. */
  @Get('check')
  async check(
    @Req() request: OfficeRequest,
    @Param('id') planId: string,
    @Res() response: Response,
  ): Promise<void> {
    const context = await this.pages.context(request);
    const { state } = await this.plans.get(context.office.id, planId);
    if (state === 'ready') response.type('html').send(await this.page(context, planId, null));
    else response.redirect(HttpStatus.SEE_OTHER, planPaths.plan(planId));
  }

  /** Pressing twice shows the same result; a plan that changed since the check is shown again first. */
  @Post('publish')
  async submit(
    @Req() request: OfficeRequest,
    @Param('id') planId: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const context = await this.pages.context(request);
    const form = PublishForm.safeParse(body);
    if (!form.success) throw new DomainError('bad-request', 'invalid');
    const outcome = await this.publish.run({
      officeId: context.office.id,
      planId,
      actor: `staff:${context.staff.id}`,
      version: form.data.version,
    });
    const problem = problemOf(outcome, context);
    if (problem === null) {
      response.redirect(HttpStatus.SEE_OTHER, planPaths.plan(planId));
      return;
    }
    const page = await this.page(context, planId, problem);
    response.status(HttpStatus.CONFLICT).type('html').send(page);
  }

  private async page(context: OfficeContext, planId: string, problem: string | null): Promise<string> {
    const { t } = context;
    const [review, languageNames] = await Promise.all([
      this.plans.review(context.office.id, planId),
      this.languageNames.in(context.locale),
    ]);
    const view = checkView(review, languageNames, problem, context);
    const title = t('plans:check.title');
    return this.pages.render(context, { title, current: 'plans', body: PlanCheckPage({ view, t }) });
  }
}

function problemOf(outcome: Awaited<ReturnType<PublishPlan['run']>>, { t }: OfficeContext): string | null {
  if (outcome.kind === 'changed-meanwhile') return t('plans:check.changed');
  return outcome.booked + outcome.moved === 0 && outcome.conflicts > 0
    ? t('plans:result.nothing-booked')
    : null;
}

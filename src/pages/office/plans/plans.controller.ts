import { Body, Get, Header, HttpStatus, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { z } from 'zod';
import { StartPlan, type StartPlanCommand } from '../../../features/plans/index.js';
import { jobPaths } from '../../../templates/pages/office/jobs/job-paths.js';
import { fieldErrors } from '../form-errors.js';
import { OfficeController } from '../office-controller.js';
import { OfficePages } from '../office-pages.js';
import type { OfficeRequest } from '../office-request.js';
import {
  announcedPolicies,
  efforts,
  SECONDS,
  startFields,
  StartForm,
  TickedHouseholds,
  type StartEntries,
} from './plan-start.forms.js';
import { PlanStartPage } from './plan-start-page.js';
import { PlanPage } from './plan-page.js';
import { planViews } from './plan-rows.view.js';

/** As many as one page of Eingang shows, and some more. */
const MOST_TICKED = 200;

/** *Abgleich*: the runs of the office, each waiting, under review or over at its own address. */
@OfficeController('plans', 'plan')
export class PlansController {
  constructor(
    private readonly pages: OfficePages,
    private readonly startPlan: StartPlan,
    private readonly startPage: PlanStartPage,
    private readonly planPage: PlanPage,
  ) {}

  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  async list(@Req() request: OfficeRequest): Promise<string> {
    const context = await this.pages.context(request);
    const weeks = String(context.office.policies.horizonWeeks);
    const entries = { ...NOTHING, weeks, effort: efforts[1], announced: announcedPolicies[0] };
    return this.startPage.of(context, { entries, ticked: tickedIn(request), errors: [] });
  }

  /** Ordering twice shows the same run. */
  @Post()
  async start(
    @Req() request: OfficeRequest,
    @Body() body: Readonly<Record<string, unknown>>,
    @Res() response: Response,
  ): Promise<void> {
    const context = await this.pages.context(request);
    const form = StartForm.safeParse(body);
    if (!form.success) {
      const errors = fieldErrors(form.error, context.t);
      const ticked = TickedHouseholds.catch([]).parse(body['household']);
      const page = await this.startPage.of(context, { entries: typedEntries(body), ticked, errors });
      response.status(HttpStatus.UNPROCESSABLE_ENTITY).type('html').send(page);
      return;
    }
    const { planId } = await this.startPlan.run({
      officeId: context.office.id,
      actor: `staff:${context.staff.id}`,
      ...orderOf(form.data),
    });
    response.redirect(HttpStatus.SEE_OTHER, jobPaths.job(planId));
  }

  /** Its review, then what publishing did; a run that has not ended well leads to its job. */
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
    if (page) response.type('html').send(await this.pages.render(context, page));
    else response.redirect(HttpStatus.SEE_OTHER, jobPaths.job(id));
  }
}

const NOTHING = Object.fromEntries(startFields.map((field) => [field, ''])) as StartEntries;

function typedEntries(body: Readonly<Record<string, unknown>>): StartEntries {
  const typed = (field: string): string => (typeof body[field] === 'string' ? body[field] : '');
  return Object.fromEntries(startFields.map((field) => [field, typed(field)])) as StartEntries;
}

/** Households that the list of Eingang sent along; what is no number is not one. */
function tickedIn({ originalUrl }: OfficeRequest): number[] {
  const ticked = new URL(originalUrl, 'http://localhost').searchParams
    .getAll('household')
    .slice(0, MOST_TICKED);
  return TickedHouseholds.catch([]).parse(ticked);
}

type Order = Omit<StartPlanCommand, 'officeId' | 'actor'>;

/** Ticked households are planned whatever the other fields select. */
function orderOf(form: z.infer<typeof StartForm>): Order {
  const { weeks, from, effort, announced, household, language, municipality, dueUntil } = form;
  const who =
    household.length > 0 ? { householdIds: household } : { selection: { language, municipality, dueUntil } };
  return { ...who, weeks, fromDay: from, announced, seconds: SECONDS[effort] };
}

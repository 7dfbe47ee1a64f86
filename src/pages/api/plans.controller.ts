import { Body, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { z } from 'zod';
import { Offices } from '../../features/offices/index.js';
import { PlanQueries, PublishPlan, StartPlan } from '../../features/plans/index.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { ApiController } from './api-controller.js';
import { actorOf, type ApiRequest } from './api-request.js';
import { type Page, type PageQuery, pageOf } from './list.js';
import { planJson, planSummaryJson, type PlanJson, type PlanSummaryJson } from './plan-json.js';
import { PlanAnswer, PlansAnswer, PlanSummaryAnswer } from './plan-answers.schemas.js';
import { PlansQuery, PublishPlanBody, StartPlanBody } from './plan.schemas.js';
import { Says } from './says.js';

const MOST_LISTED = 200;

/** Plans: ordered, looked at and published. */
@ApiController('plans', 'plan')
export class PlansController {
  constructor(
    private readonly plans: PlanQueries,
    private readonly offices: Offices,
    private readonly startPlan: StartPlan,
    private readonly publishPlan: PublishPlan,
  ) {}

  @Get()
  @Says('Plans, the newest first', PlansAnswer)
  async list(
    @Req() { caller }: ApiRequest,
    @Query({ schema: PlansQuery }) query: z.infer<typeof PageQuery>,
  ): Promise<Page<PlanSummaryJson>> {
    const { items, next } = pageOf(await this.plans.list(caller.officeId, MOST_LISTED), query);
    return { items: items.map(planSummaryJson), next };
  }

  /** How far a run is; when it has ended, its rows and the households without a talk. */
  @Get(':id')
  @Says('Progress of a run; when it has ended, its rows and whom it found no talk for', PlanAnswer)
  async one(@Req() { caller }: ApiRequest, @Param('id') id: string): Promise<PlanJson> {
    const { timeZone } = await this.offices.get(caller.officeId);
    return planJson(await this.plans.review(caller.officeId, id), timeZone);
  }

  /** An office has one run at a time: a second order answers with the one that is under way. */
  @Post()
  @HttpCode(202)
  @Says('Order a run for the open households; the answer names the plan to look at', PlanSummaryAnswer, 202)
  async start(
    @Req() request: ApiRequest,
    @Body({ schema: StartPlanBody }) body: z.infer<typeof StartPlanBody>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<PlanSummaryJson> {
    const { officeId } = request.caller;
    const { policies } = await this.offices.get(officeId);
    const weeks = body.weeks ?? policies.horizonWeeks;
    const { planId } = await this.startPlan.run({ ...body, officeId, actor: actorOf(request), weeks });
    response.setHeader('Location', `/api/v1/plans/${planId}`);
    return planSummaryJson(await this.plans.get(officeId, planId));
  }

  /** Books every row that nobody left out; publishing twice books once. */
  @Post(':id/publish')
  @HttpCode(200)
  @Says('Book the rows of a plan; what was taken meanwhile comes back as a conflict', PlanAnswer)
  async publish(
    @Req() request: ApiRequest,
    @Param('id') planId: string,
    @Body({ schema: PublishPlanBody }) { version }: z.infer<typeof PublishPlanBody>,
  ): Promise<PlanJson> {
    const { officeId } = request.caller;
    const outcome = await this.publishPlan.run({ officeId, planId, version, actor: actorOf(request) });
    if (outcome.kind === 'changed-meanwhile') {
      throw new DomainError('plan-changed-meanwhile', 'conflict', { version: outcome.version });
    }
    return this.one(request, planId);
  }
}

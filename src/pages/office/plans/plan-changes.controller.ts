import { Body, HttpStatus, Param, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
import {
  DiscardPlan,
  DecideOnRows,
  RestoreEdition,
  StartPlan,
  TakeBackSteps,
} from '../../../features/plans/index.js';
import { DomainError } from '../../../platform/errors/domain-error.js';
import { planPaths } from '../../../templates/pages/office/plans/plan-paths.js';
import { announcing } from '../banner.js';
import { OfficeController } from '../office-controller.js';
import type { OfficeRequest } from '../office-request.js';
import { planViews } from './plan-rows.view.js';

const Id = z.coerce.number().int().positive();

/** One button: an action for one row, or for the selected ones. */
const RowsForm = z.object({
  do: z.templateLiteral([
    z.enum(['accept', 'pin', 'leave-out', 'undo']),
    ':',
    z.union([z.literal('selected'), z.literal('all'), z.number().int()]),
  ]),
  row: z.union([z.array(Id), Id.transform((id) => [id])]).default([]),
  view: z.enum(planViews).catch('all'),
});

/** A step, and the plan as it was when the step was shown. */
const TakeBackForm = z.object({ step: Id, version: Id });

type Action = 'accept' | 'pin' | 'leave-out' | 'undo';

/** What staff do with a plan under review: decide on rows, compute it anew, stop it, throw it away. */
@OfficeController('plans/:id', 'plan')
export class PlanChangesController {
  constructor(
    private readonly decide: DecideOnRows,
    private readonly startPlan: StartPlan,
    private readonly discardPlan: DiscardPlan,
    private readonly takeBackSteps: TakeBackSteps,
    private readonly restoreEdition: RestoreEdition,
  ) {}

  @Post('rows')
  async rows(
    @Req() request: OfficeRequest,
    @Param('id') planId: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const form = readRows(body);
    const [action = '', target = ''] = form.do.split(':');
    const householdIds = targeted(target, form.row);
    await this.decide.run({ ...whose(request, planId), action: action as Action, householdIds });
    response.redirect(HttpStatus.SEE_OTHER, announcing(planPaths.view(planId, form.view), 'saved'));
  }

  /** Gives the rows back as they were before a step; somebody else's steps in between are shown first. */
  @Post('take-back')
  async takeBack(
    @Req() request: OfficeRequest,
    @Param('id') planId: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const form = TakeBackForm.safeParse(body);
    if (!form.success) throw new DomainError('bad-request', 'invalid');
    const { kind } = await this.takeBackSteps.run({ ...whose(request, planId), ...form.data });
    if (kind === 'changed-meanwhile') throw new DomainError('plan-changed-meanwhile', 'conflict');
    response.redirect(HttpStatus.SEE_OTHER, announcing(planPaths.plan(planId), 'saved'));
  }

  /** Reviews a copy of this edition instead of the newest one. */
  @Post('restore')
  async restore(
    @Req() request: OfficeRequest,
    @Param('id') planId: string,
    @Res() response: Response,
  ): Promise<void> {
    const restored = await this.restoreEdition.run(whose(request, planId));
    response.redirect(HttpStatus.SEE_OTHER, announcing(planPaths.plan(restored.planId), 'saved'));
  }

  @Post('rerun')
  async rerun(
    @Req() request: OfficeRequest,
    @Param('id') planId: string,
    @Res() response: Response,
  ): Promise<void> {
    const started = await this.startPlan.rerun(whose(request, planId));
    response.redirect(HttpStatus.SEE_OTHER, planPaths.plan(started.planId));
  }

  @Post('discard')
  async discard(
    @Req() request: OfficeRequest,
    @Param('id') planId: string,
    @Res() response: Response,
  ): Promise<void> {
    await this.discardPlan.run(whose(request, planId));
    response.redirect(HttpStatus.SEE_OTHER, announcing(planPaths.start, 'saved'));
  }
}

/** The rows that a button is for. */
function targeted(target: string, ticked: readonly number[]): readonly number[] | 'proposed' {
  if (target === 'all') return 'proposed';
  return target === 'selected' ? ticked : [Number(target)];
}

/** Throws `bad-request` for what no button of the page sends. */
function readRows(body: unknown): z.infer<typeof RowsForm> {
  const form = RowsForm.safeParse(body);
  if (!form.success) throw new DomainError('bad-request', 'invalid');
  return form.data;
}

function whose(
  { staff }: OfficeRequest,
  planId: string,
): { readonly officeId: number; readonly planId: string; readonly actor: string } {
  return { officeId: staff.officeId, planId, actor: `staff:${staff.id}` };
}

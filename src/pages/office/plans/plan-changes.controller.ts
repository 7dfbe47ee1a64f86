import { Body, HttpStatus, Param, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
import { CancelPlan, DecideOnRows, StartPlan } from '../../../features/plans/index.js';
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
    z.union([z.literal('selected'), z.number().int()]),
  ]),
  row: z.union([z.array(Id), Id.transform((id) => [id])]).default([]),
  view: z.enum(planViews).catch('all'),
});

type Action = 'accept' | 'pin' | 'leave-out' | 'undo';

/** What staff do with a plan under review: decide on rows, compute it anew, stop it, throw it away. */
@OfficeController('plans/:id', 'plan')
export class PlanChangesController {
  constructor(
    private readonly decide: DecideOnRows,
    private readonly startPlan: StartPlan,
    private readonly cancelPlan: CancelPlan,
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
    const householdIds = target === 'selected' ? form.row : [Number(target)];
    await this.decide.run({ ...whose(request, planId), action: action as Action, householdIds });
    response.redirect(HttpStatus.SEE_OTHER, announcing(planPaths.view(planId, form.view), 'saved'));
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

  /** Ends the search; the best plan so far is kept. */
  @Post('stop')
  async stop(
    @Req() request: OfficeRequest,
    @Param('id') planId: string,
    @Res() response: Response,
  ): Promise<void> {
    await this.cancelPlan.stop(whose(request, planId));
    response.redirect(HttpStatus.SEE_OTHER, planPaths.plan(planId));
  }

  @Post('discard')
  async discard(
    @Req() request: OfficeRequest,
    @Param('id') planId: string,
    @Res() response: Response,
  ): Promise<void> {
    await this.cancelPlan.discard(whose(request, planId));
    response.redirect(HttpStatus.SEE_OTHER, announcing(planPaths.start, 'saved'));
  }
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

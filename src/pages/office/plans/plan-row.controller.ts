import { Body, Get, Header, HttpStatus, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { ChangeRow } from '../../../features/plans/index.js';
import { DomainError } from '../../../platform/errors/domain-error.js';
import { planPaths } from '../../../templates/pages/office/plans/plan-paths.js';
import { announcing } from '../banner.js';
import { OfficeController } from '../office-controller.js';
import { OfficePages } from '../office-pages.js';
import type { OfficeRequest } from '../office-request.js';
import { readId } from '../read-id.js';
import { ChangeRowForm, RowPlacesQuery } from './plan-row.forms.js';
import { PlanRowPageParts } from './plan-row-page-parts.js';

/** Choosing another place for one row of a plan by hand. */
@OfficeController('plans/:id/rows/:household', 'plan')
export class PlanRowController {
  constructor(
    private readonly pages: OfficePages,
    private readonly parts: PlanRowPageParts,
    private readonly changeRow: ChangeRow,
  ) {}

  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  async show(
    @Req() request: OfficeRequest,
    @Param('id') planId: string,
    @Param('household') household: string,
    @Query() query: unknown,
  ): Promise<string> {
    const context = await this.pages.context(request);
    const at = { planId, householdId: readId(household) };
    const wishes = RowPlacesQuery.parse(query);
    return this.pages.render(context, await this.parts.of(context, at, { wishes, problem: null }));
  }

  @Post()
  async submit(
    @Req() request: OfficeRequest,
    @Param('id') planId: string,
    @Param('household') household: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const context = await this.pages.context(request);
    const at = { planId, householdId: readId(household) };
    const form = ChangeRowForm.safeParse(body);
    if (!form.success) throw new DomainError('talk-choice-unreadable', 'invalid');
    const { version, ...choice } = form.data;
    const actor = `staff:${context.staff.id}`;
    const outcome = await this.changeRow.run({ officeId: context.office.id, ...at, version, actor, choice });
    if (outcome.kind === 'changed') {
      response.redirect(HttpStatus.SEE_OTHER, announcing(planPaths.plan(planId), 'saved'));
      return;
    }
    const problem = context.t(`plans:row.${outcome.kind}`);
    const shown = { wishes: RowPlacesQuery.parse({}), problem };
    const page = await this.pages.render(context, await this.parts.of(context, at, shown));
    response.status(HttpStatus.CONFLICT).type('html').send(page);
  }
}

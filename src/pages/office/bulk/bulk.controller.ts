import { Body, Get, HttpStatus, Post, Query, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import {
  MOST_HOUSEHOLDS,
  needsReason,
  OrderHouseholdAction,
} from '../../../features/household-actions/index.js';
import { HouseholdQueries } from '../../../features/households/index.js';
import { DomainError } from '../../../platform/errors/domain-error.js';
import { BulkPage } from '../../../templates/pages/office/bulk-page.js';
import { jobPaths } from '../../../templates/pages/office/jobs/job-paths.js';
import { officePaths } from '../../../templates/pages/office/paths.js';
import { announcing } from '../banner.js';
import { readInboxRequest } from '../inbox/inbox.forms.js';
import type { OfficeContext } from '../office-context.js';
import { OfficeController } from '../office-controller.js';
import { OfficePages } from '../office-pages.js';
import type { OfficeRequest } from '../office-request.js';
import { BulkForm, BulkQuery } from './bulk.forms.js';
import { type BulkAsked, bulkView } from './bulk.view.js';

const LONGEST_REASON = 200;

/** Something for many households of Eingang: first what it would do, then a job. */
@OfficeController('inbox/bulk', 'plan')
export class BulkController {
  constructor(
    private readonly pages: OfficePages,
    private readonly households: HouseholdQueries,
    private readonly actions: OrderHouseholdAction,
  ) {}

  @Get()
  async check(
    @Req() request: OfficeRequest,
    @Query() query: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const context = await this.pages.context(request);
    const asked = BulkQuery.safeParse(query);
    if (!asked.success) throw new DomainError('form-too-old', 'invalid');
    const { action, household, all } = asked.data;
    const ids = all ? await this.everyone(context, query) : household;
    if (ids.length === 0) {
      response.redirect(HttpStatus.SEE_OTHER, announcing(officePaths.inbox, 'nobody-ticked'));
      return;
    }
    response.type('html').send(await this.page(context, ids, { action, reason: '', errors: [] }));
  }

  @Post()
  async order(
    @Req() request: OfficeRequest,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const form = BulkForm.safeParse(body);
    if (!form.success) throw new DomainError('form-too-old', 'invalid');
    const { action, households, reason } = form.data;
    const because = reason.trim();
    if (needsReason(action) && (because === '' || because.length > LONGEST_REASON)) {
      const context = await this.pages.context(request);
      const errors = [
        { field: 'reason', text: context.t('jobs:bulk.reason-missing', { count: LONGEST_REASON }) },
      ];
      const page = await this.page(context, households, { action, reason, errors });
      response.status(HttpStatus.UNPROCESSABLE_ENTITY).type('html').send(page);
      return;
    }
    const { staff } = request;
    const whose = { officeId: staff.officeId, actor: `staff:${staff.id}` };
    const jobId = await this.actions.run({ ...whose, action, reason: because, householdIds: households });
    response.redirect(HttpStatus.SEE_OTHER, jobPaths.job(jobId));
  }

  private everyone({ office }: OfficeContext, query: unknown): Promise<number[]> {
    return this.households.ids(office.id, readInboxRequest(query).filter, MOST_HOUSEHOLDS);
  }

  private async page(
    context: OfficeContext,
    householdIds: readonly number[],
    asked: BulkAsked,
  ): Promise<string> {
    const { office, t } = context;
    const preview = await this.actions.preview({ officeId: office.id, action: asked.action, householdIds });
    const view = bulkView(asked, preview, context);
    const title = asked.errors.length > 0 ? t('validation:title', { title: view.title }) : view.title;
    return this.pages.render(context, { title, current: 'inbox', body: BulkPage({ view, t }) });
  }
}

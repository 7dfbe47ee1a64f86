import { Body, Get, Header, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { WorkedTimes, type WorkedVisit } from '../../../features/interpreters/index.js';
import { DomainError } from '../../../platform/errors/domain-error.js';
import { OfficeWorkedPage, type OfficeWorkedView } from '../../../templates/pages/office/worked-page.js';
import { monthName, monthOf, neighbours } from '../../shared/month.js';
import { workedCsv } from '../../shared/worked-csv.js';
import { enteredStretch } from '../../shared/worked.forms.js';
import type { OfficeContext } from '../office-context.js';
import { OfficeController } from '../office-controller.js';
import { OfficePages } from '../office-pages.js';
import type { OfficeRequest } from '../office-request.js';

/** Actual times of interpreters, month by month: confirmed here, and handed out for billing. */
@OfficeController('worked', 'plan')
export class OfficeWorkedController {
  constructor(
    private readonly pages: OfficePages,
    private readonly worked: WorkedTimes,
  ) {}

  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  async show(@Req() request: OfficeRequest, @Query('month') asked: unknown): Promise<string> {
    const context = await this.pages.context(request);
    const month = monthOf(asked, context.today);
    const view = workedView(await this.worked.ofOffice(context.office.id, month), month, context);
    const title = context.t('worked:office.title', { month: view.monthName });
    const body = OfficeWorkedPage({ view, t: context.t });
    return this.pages.render(context, { title, current: null, body });
  }

  @Get('list.csv')
  async csv(
    @Req() request: OfficeRequest,
    @Query('month') asked: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const context = await this.pages.context(request);
    const month = monthOf(asked, context.today);
    response.type('text/csv; charset=utf-8').attachment(`einsaetze-${month}.csv`);
    response.send(workedCsv(await this.worked.ofOffice(context.office.id, month), context));
  }

  @Post(':id')
  async confirm(
    @Req() request: OfficeRequest,
    @Param('id') visitId: string,
    @Body() body: Readonly<Record<string, unknown>>,
    @Res() response: Response,
  ): Promise<void> {
    const { office, staff, today } = await this.pages.context(request);
    const month = monthOf(body['month'], today);
    const visit = (await this.worked.ofOffice(office.id, month)).find((each) => each.visitId === visitId);
    if (!visit) throw new DomainError('visit-not-found', 'not-found');
    const { stretch } = enteredStretch(body, visit.agreedFrom, office.timeZone);
    await this.worked.confirm(office.id, visitId, stretch, `staff:${staff.id}`);
    response.redirect(303, `/office/worked?month=${month}`);
  }
}

function workedView(
  visits: readonly WorkedVisit[],
  month: string,
  { staff, format, bcp47 }: OfficeContext,
): OfficeWorkedView {
  const { before, after } = neighbours(month);
  const range = (from: Date | null, until: Date | null): string | null =>
    from && until ? format.timeRange(from, until) : null;
  return {
    csrfToken: staff.csrfToken,
    month,
    monthName: monthName(month, bcp47),
    beforeHref: `/office/worked?month=${before}`,
    afterHref: `/office/worked?month=${after}`,
    csvHref: `/office/worked/list.csv?month=${month}`,
    visits: visits.map((visit) => {
      const agreed = format.timeRange(visit.agreedFrom, visit.agreedUntil);
      const reported = range(visit.reportedFrom, visit.reportedUntil);
      const confirmed = range(visit.confirmedFrom, visit.confirmedUntil);
      return {
        id: visit.visitId,
        day: format.shortDay(visit.agreedFrom),
        interpreter: visit.interpreterName,
        place: visit.place,
        agreed,
        reported,
        differs: reported !== null && reported !== (confirmed ?? agreed),
        confirmed,
        note: visit.note,
        from: format.time(visit.confirmedFrom ?? visit.reportedFrom ?? visit.agreedFrom),
        until: format.time(visit.confirmedUntil ?? visit.reportedUntil ?? visit.agreedUntil),
      };
    }),
  };
}

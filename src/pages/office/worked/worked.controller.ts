import { Body, Get, Header, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { BillingLists, InterpreterLists, WorkedTimes } from '../../../features/interpreters/index.js';
import { DomainError } from '../../../platform/errors/domain-error.js';
import { OfficeWorkedPage } from '../../../templates/pages/office/worked-page.js';
import { monthOf } from '../../shared/month.js';
import { workedCsv } from '../../shared/worked-csv.js';
import { enteredStretch } from '../../shared/worked.forms.js';
import { RecordsReading } from '../../shared/records-reading.js';
import { OfficeController } from '../office-controller.js';
import { OfficePages } from '../office-pages.js';
import type { OfficeRequest } from '../office-request.js';
import { interpreterOf, workedHref, workedView } from './worked.view.js';

/** Actual times of interpreters, month by month: confirmed here, and handed out for billing. */
@OfficeController('worked', 'plan')
export class OfficeWorkedController {
  constructor(
    private readonly pages: OfficePages,
    private readonly worked: WorkedTimes,
    private readonly billing: BillingLists,
    private readonly lists: InterpreterLists,
  ) {}

  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  async show(@Req() request: OfficeRequest, @Query() query: Asked): Promise<string> {
    const context = await this.pages.context(request);
    const officeId = context.office.id;
    const shown = { month: monthOf(query['month'], context.today), interpreter: interpreterOf(query) };
    const list = await this.billing.of({ officeId }, shown.month, shown.interpreter);
    const view = workedView(list, { ...shown, interpreters: await this.lists.names(officeId) }, context);
    const title = context.t('worked:office.title', { month: view.monthName });
    const body = OfficeWorkedPage({ view, t: context.t });
    return this.pages.render(context, { title, current: null, body });
  }

  @Get('list.csv')
  @RecordsReading({ action: 'worked-times-exported', subjectKind: 'office', sends: true })
  async csv(@Req() request: OfficeRequest, @Query() query: Asked, @Res() response: Response): Promise<void> {
    const context = await this.pages.context(request);
    const month = monthOf(query['month'], context.today);
    const only = interpreterOf(query);
    const list = await this.billing.of({ officeId: context.office.id }, month, only);
    const name = ['einsaetze', month, ...(only === undefined ? [] : [only])].join('-');
    response.type('text/csv; charset=utf-8').attachment(`${name}.csv`);
    response.send(workedCsv(list, context));
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
    response.redirect(303, workedHref(month, interpreterOf(body)));
  }
}

type Asked = Readonly<Record<string, unknown>>;

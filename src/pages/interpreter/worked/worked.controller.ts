import { Body, Get, Header, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { type BillingList, BillingLists, WorkedTimes } from '../../../features/interpreters/index.js';
import { DomainError } from '../../../platform/errors/domain-error.js';
import { dateFormat } from '../../../platform/i18n/date-format.js';
import { I18n } from '../../../platform/i18n/i18n.js';
import { languageName } from '../../../platform/i18n/language-name.js';
import { WorkedPage, type WorkedView } from '../../../templates/pages/interpreter/worked-page.js';
import { monthName, monthOf, neighbours } from '../../shared/month.js';
import { workedCsv } from '../../shared/worked-csv.js';
import { enteredStretch } from '../../shared/worked.forms.js';
import type { InterpreterContext } from '../interpreter-context.js';
import { InterpreterController } from '../interpreter-controller.js';
import { InterpreterPages } from '../interpreter-pages.js';
import type { InterpreterRequest } from '../interpreter-request.js';

/** I7: when they really began and ended; the office confirms it. */
@InterpreterController('worked')
export class WorkedController {
  constructor(
    private readonly pages: InterpreterPages,
    private readonly worked: WorkedTimes,
    private readonly billing: BillingLists,
    private readonly i18n: I18n,
  ) {}

  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  async show(@Req() request: InterpreterRequest, @Query('month') asked: unknown): Promise<string> {
    const context = await this.pages.context(request);
    const month = monthOf(asked, context.today);
    const list = await this.billing.of({ interpreterId: context.interpreter.id }, month);
    const body = WorkedPage({ view: workedView(list, month, context), t: context.t });
    return this.pages.render(context, 'agenda', { title: context.t('interpreter:worked.title'), body });
  }

  /** In German in every language of the pages: the office reads it with the bill. */
  @Get('list.csv')
  async csv(
    @Req() request: InterpreterRequest,
    @Query('month') asked: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const context = await this.pages.context(request);
    const month = monthOf(asked, context.today);
    const list = await this.billing.of({ interpreterId: context.interpreter.id }, month);
    response.type('text/csv; charset=utf-8').attachment(`einsaetze-${month}.csv`);
    const format = dateFormat('de-CH', context.interpreter.timeZone);
    response.send(workedCsv(list, { t: this.i18n.translator('de'), format, bcp47: 'de-CH' }));
  }

  @Post(':id')
  async report(
    @Req() request: InterpreterRequest,
    @Param('id') visitId: string,
    @Body() body: Readonly<Record<string, unknown>>,
    @Res() response: Response,
  ): Promise<void> {
    const { interpreter, today } = await this.pages.context(request);
    const month = monthOf(body['month'], today);
    const visit = (await this.worked.ofInterpreter(interpreter.id, month)).find(
      (each) => each.visitId === visitId,
    );
    if (!visit) throw new DomainError('worked-time-closed', 'conflict');
    const { stretch, note } = enteredStretch(body, visit.agreedFrom, interpreter.timeZone);
    await this.worked.report(interpreter.id, visitId, stretch, note);
    response.redirect(303, `/interpreter/worked?month=${month}&done=time-reported`);
  }
}

function workedView(
  { visits, cancellations }: BillingList,
  month: string,
  { t, interpreter, format, language }: InterpreterContext,
): WorkedView {
  const { before, after } = neighbours(month);
  const range = (from: Date | null, until: Date | null): string | null =>
    from && until ? format.timeRange(from, until) : null;
  return {
    csrfToken: interpreter.csrfToken,
    month,
    monthName: monthName(month, language.bcp47),
    beforeHref: `/interpreter/worked?month=${before}`,
    afterHref: `/interpreter/worked?month=${after}`,
    csvHref:
      visits.length + cancellations.length === 0 ? null : `/interpreter/worked/list.csv?month=${month}`,
    visits: visits.map((visit) => ({
      id: visit.visitId,
      day: format.longDate(visit.agreedFrom),
      place: visit.place,
      languages: visit.languages.map((code) => languageName(code, language.bcp47)).join(', '),
      agreed: format.timeRange(visit.agreedFrom, visit.agreedUntil),
      reported: range(visit.reportedFrom, visit.reportedUntil),
      confirmed: range(visit.confirmedFrom, visit.confirmedUntil),
      from: format.time(visit.reportedFrom ?? visit.agreedFrom),
      until: format.time(visit.reportedUntil ?? visit.agreedUntil),
      note: visit.note,
      amount: amountOf(visit.money, t),
    })),
    cancellations: cancellations.map(({ startsAt, endsAt, cost }) =>
      t('interpreter:worked.cancellation', {
        day: format.shortDay(startsAt),
        time: format.timeRange(startsAt, endsAt),
        amount: francs(cost.total),
      }),
    ),
  };
}

function amountOf(money: BillingList['visits'][number]['money'], t: InterpreterContext['t']): string | null {
  if (money?.actual) return t('interpreter:worked.amount', { amount: francs(money.actual.total) });
  if (money?.planned) return t('interpreter:worked.expected', { amount: francs(money.planned.total) });
  return null;
}

function francs(rappen: number): string {
  return `CHF ${(rappen / 100).toFixed(2)}`;
}

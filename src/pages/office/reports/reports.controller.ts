import { Get, Header, Query, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { TalkReports } from '../../../features/reports/index.js';
import { ReportsPage } from '../../../templates/pages/office/reports-page.js';
import { reportCsv } from '../../shared/report-csv.js';
import { OfficeController } from '../office-controller.js';
import { OfficePages } from '../office-pages.js';
import type { OfficeRequest } from '../office-request.js';
import { ReportNames } from './report-names.js';
import { reportView } from './reports.view.js';

/** *Berichte*: the talks of a year in figures, to look at, print and take away. */
@OfficeController('reports', 'counts')
export class OfficeReportsController {
  constructor(
    private readonly pages: OfficePages,
    private readonly reports: TalkReports,
    private readonly names: ReportNames,
  ) {}

  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  async show(@Req() request: OfficeRequest, @Query('year') asked: unknown): Promise<string> {
    const context = await this.pages.context(request);
    const year = yearOf(asked, context.today);
    const report = await this.reports.run(context.office.id, `${year}-01`, `${year}-12`);
    const view = reportView(report, { year, words: await this.names.of(context), context });
    const title = context.t('reports:title', { year });
    return this.pages.render(context, {
      title,
      current: 'reports',
      body: ReportsPage({ view, t: context.t }),
    });
  }

  @Get('talks.csv')
  async csv(
    @Req() request: OfficeRequest,
    @Query('year') asked: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const context = await this.pages.context(request);
    const year = yearOf(asked, context.today);
    const report = await this.reports.run(context.office.id, `${year}-01`, `${year}-12`);
    response.type('text/csv; charset=utf-8').attachment(`gespraeche-${year}.csv`);
    response.send(reportCsv(report, await this.names.of(context)));
  }
}

/** A year of this century; anything else is the year of `today`. */
function yearOf(asked: unknown, today: string): string {
  return typeof asked === 'string' && /^20\d\d$/.test(asked) ? asked : today.slice(0, 4);
}

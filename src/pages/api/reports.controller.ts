import { Get, Header, Query, Req } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { z } from 'zod';
import { Offices } from '../../features/offices/index.js';
import { SMALLEST_GROUP, TalkReports, type TalkReport } from '../../features/reports/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { localDay } from '../shared/local-day.js';
import { reportCsv } from '../shared/report-csv.js';
import { ApiController } from './api-controller.js';
import type { ApiRequest } from './api-request.js';
import { ReportAnswer, ReportQuery } from './report.schemas.js';
import { Says } from './says.js';

const MOST_MONTHS = 120;

/** What was done, in figures without names. */
@ApiController('reports', 'counts')
export class ReportsController {
  constructor(
    private readonly reports: TalkReports,
    private readonly offices: Offices,
    private readonly clock: Clock,
  ) {}

  @Get('talks')
  @Says('Talks of some months counted by month, language, outcome and municipality', ReportAnswer)
  async talks(
    @Req() request: ApiRequest,
    @Query({ schema: ReportQuery }) query: z.infer<typeof ReportQuery>,
  ): Promise<TalkReport & { smallestGroup: number }> {
    return { ...(await this.report(request, query)), smallestGroup: SMALLEST_GROUP };
  }

  /** The same as a table: keys instead of names, empty where a figure is hidden. */
  @Get('talks.csv')
  @Header('Content-Type', 'text/csv; charset=utf-8')
  async csv(
    @Req() request: ApiRequest,
    @Query({ schema: ReportQuery }) query: z.infer<typeof ReportQuery>,
  ): Promise<string> {
    const asItIs = (word: string): string => word;
    return reportCsv(await this.report(request, query), {
      head: asItIs,
      dimension: asItIs,
      group: (_, key) => key,
      hidden: '',
    });
  }

  private async report({ caller }: ApiRequest, query: z.infer<typeof ReportQuery>): Promise<TalkReport> {
    const { id, timeZone } = await this.offices.get(caller.officeId);
    const today = localDay(this.clock.now(), timeZone);
    const to = Temporal.PlainYearMonth.from(query.to ?? today.slice(0, 7));
    const from = Temporal.PlainYearMonth.from(query.from ?? `${String(to.year)}-01`);
    const { months } = from.until(to, { largestUnit: 'months' });
    if (months < 0 || months >= MOST_MONTHS) throw new DomainError('period-too-long', 'invalid');
    return this.reports.run(id, from.toString(), to.toString());
  }
}

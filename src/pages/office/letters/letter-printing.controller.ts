import { Body, Get, Param, ParseIntPipe, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { JobQueries } from '../../../features/jobs/index.js';
import { LetterFiles, OrderPrinting } from '../../../features/notices/index.js';
import { jobPaths } from '../../../templates/pages/office/jobs/job-paths.js';
import { officePaths } from '../../../templates/pages/office/paths.js';
import { announcing } from '../banner.js';
import { OfficeController } from '../office-controller.js';
import type { OfficeRequest } from '../office-request.js';
import { chosenLetters } from './letters.forms.js';

/** Files with letters for the printer. */
@OfficeController('letters', 'plan')
export class LetterPrintingController {
  constructor(
    private readonly orderPrinting: OrderPrinting,
    private readonly jobs: JobQueries,
    private readonly files: LetterFiles,
  ) {}

  /** Has the files made for the printer; the page of that job leads to them. */
  @Post('print')
  async print(
    @Req() request: OfficeRequest,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const { officeId, id } = request.staff;
    const ids = chosenLetters(body);
    const next =
      ids.length === 0
        ? announcing(officePaths.letters, 'no-letters')
        : jobPaths.job(await this.orderPrinting.run(officeId, ids, `staff:${id}`));
    response.redirect(303, next);
  }

  @Get('files/:id/:number')
  async file(
    @Req() request: OfficeRequest,
    @Param('id') jobId: string,
    @Param('number', ParseIntPipe) number: number,
    @Res() response: Response,
  ): Promise<void> {
    const { officeId, id } = request.staff;
    const job = await this.jobs.get(officeId, jobId);
    const pdf = await this.files.open({ officeId, jobId: job.id, number, actor: `staff:${id}` });
    if (!pdf) {
      response.redirect(303, announcing(officePaths.letters, 'letter-file-gone'));
      return;
    }
    response.setHeader('Content-Disposition', `inline; filename="briefe-${number}.pdf"`);
    response.setHeader('Cache-Control', 'private, no-store');
    response.type('pdf').send(pdf);
  }
}

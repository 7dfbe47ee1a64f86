import { HttpStatus, Param, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { OrderHouseholdAction } from '../../../features/household-actions/index.js';
import { jobPaths } from '../../../templates/pages/office/jobs/job-paths.js';
import { OfficeController } from '../office-controller.js';
import type { OfficeRequest } from '../office-request.js';

/** Gives back what an action changed, by a job of its own. */
@OfficeController('jobs/:id/take-back', 'plan')
export class TakeBackController {
  constructor(private readonly actions: OrderHouseholdAction) {}

  @Post()
  async takeBack(
    @Req() { staff }: OfficeRequest,
    @Param('id') jobId: string,
    @Res() response: Response,
  ): Promise<void> {
    const whose = { officeId: staff.officeId, jobId, actor: `staff:${staff.id}` };
    response.redirect(HttpStatus.SEE_OTHER, jobPaths.job(await this.actions.takeBack(whose)));
  }
}

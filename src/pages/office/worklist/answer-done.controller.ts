import { Param, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { OpenAnswers } from '../../../features/notices/index.js';
import { DomainError } from '../../../platform/errors/domain-error.js';
import { officePaths } from '../../../templates/pages/office/paths.js';
import { OfficeController } from '../office-controller.js';
import type { OfficeRequest } from '../office-request.js';

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Somebody has dealt with a complaint or a refusal. */
@OfficeController('worklist/answers/:id/done', 'plan')
export class AnswerDoneController {
  constructor(private readonly answers: OpenAnswers) {}

  @Post()
  async done(
    @Req() { staff }: OfficeRequest,
    @Param('id') noticeId: string,
    @Res() response: Response,
  ): Promise<void> {
    if (!GUID.test(noticeId)) throw new DomainError('notice-not-found', 'not-found');
    await this.answers.deal(staff.officeId, noticeId, `staff:${staff.id}`);
    response.redirect(303, officePaths.worklist);
  }
}

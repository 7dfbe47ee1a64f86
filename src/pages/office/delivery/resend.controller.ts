import { Param, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { ResendNotice } from '../../../features/notices/index.js';
import { DomainError } from '../../../platform/errors/domain-error.js';
import { officePaths } from '../../../templates/pages/office/paths.js';
import { announcing } from '../banner.js';
import { OfficeController } from '../office-controller.js';
import type { OfficeRequest } from '../office-request.js';

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Sends a notice once more. */
@OfficeController('delivery/:id/resend', 'plan')
export class ResendController {
  constructor(private readonly resendNotice: ResendNotice) {}

  @Post()
  async resend(
    @Req() request: OfficeRequest,
    @Param('id') id: string,
    @Res() response: Response,
  ): Promise<void> {
    const { staff } = request;
    if (!GUID.test(id)) throw new DomainError('notice-not-found', 'not-found');
    await this.resendNotice.run(staff.officeId, id, `staff:${staff.id}`);
    response.redirect(303, announcing(officePaths.delivery, 'resent'));
  }
}

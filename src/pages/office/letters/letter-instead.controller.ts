import { Param, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { LetterInstead } from '../../../features/notices/index.js';
import { DomainError } from '../../../platform/errors/domain-error.js';
import { officePaths } from '../../../templates/pages/office/paths.js';
import { announcing } from '../banner.js';
import { OfficeController } from '../office-controller.js';
import type { OfficeRequest } from '../office-request.js';

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Puts a message on paper that did not arrive by e-mail. */
@OfficeController('letters/instead-of/:id', 'plan')
export class LetterInsteadController {
  constructor(private readonly letterInstead: LetterInstead) {}

  @Post()
  async write(
    @Req() { staff }: OfficeRequest,
    @Param('id') noticeId: string,
    @Res() response: Response,
  ): Promise<void> {
    if (!GUID.test(noticeId)) throw new DomainError('notice-not-found', 'not-found');
    const { officeId, id } = staff;
    const outcome = await this.letterInstead.run({ officeId, noticeId, actor: `staff:${id}` });
    const done = outcome.kind === 'not-possible' ? `no-letter-${outcome.reason}` : 'letter-planned';
    response.redirect(303, announcing(officePaths.delivery, done));
  }
}

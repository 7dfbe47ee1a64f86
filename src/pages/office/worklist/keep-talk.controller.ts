import { Param, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { DisplacedTalks } from '../../../features/settings/index.js';
import { TalkQueries } from '../../../features/talks/index.js';
import { officePaths } from '../../../templates/pages/office/paths.js';
import { OfficeController } from '../office-controller.js';
import type { OfficeRequest } from '../office-request.js';

/** Somebody lets a talk take place although settings that changed since would forbid it. */
@OfficeController('worklist/talks/:id/keep', 'plan')
export class KeepTalkController {
  constructor(
    private readonly displaced: DisplacedTalks,
    private readonly talks: TalkQueries,
  ) {}

  @Post()
  async keep(
    @Req() { staff }: OfficeRequest,
    @Param('id') id: string,
    @Res() response: Response,
  ): Promise<void> {
    const talk = await this.talks.byId(staff.officeId, id);
    await this.displaced.keep(staff.officeId, talk.id, `staff:${staff.id}`);
    response.redirect(303, officePaths.worklist);
  }
}

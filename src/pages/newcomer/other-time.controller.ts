import { Get, HttpStatus, Param, Req, Res, UseGuards } from '@nestjs/common';
import type { Request, Response } from 'express';
import { SlotLimitsGuard } from '../shared/slot-limits.guard.js';
import { NewcomerController } from './newcomer-controller.js';
import { OtherTimePages } from './other-time-pages.js';
import { Visits } from './visits.js';

/** N3: another time, one question, few offers. */
@NewcomerController()
@UseGuards(SlotLimitsGuard)
export class OtherTimeController {
  constructor(
    private readonly visits: Visits,
    private readonly pages: OtherTimePages,
  ) {}

  @Get('other')
  async show(
    @Req() request: Request,
    @Param('token') token: string,
    @Res() response: Response,
  ): Promise<void> {
    const visit = await this.visits.open(request, token);
    if (!visit.mayChange) {
      response.redirect(303, visit.paths.appointment);
      return;
    }
    response.status(HttpStatus.OK);
    response.type('html').send(await this.pages.choose(visit, null));
  }
}

import { Get, Param, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { TalkCalendars } from '../../features/notices/index.js';
import { NewcomerController } from './newcomer-controller.js';
import { Visits } from './visits.js';

/** The appointment as a file for the calendar of the phone. */
@NewcomerController()
export class CalendarController {
  constructor(
    private readonly visits: Visits,
    private readonly calendars: TalkCalendars,
  ) {}

  /** Only a confirmed talk has a file; before and after, the address leads back to the page. */
  @Get('calendar.ics')
  async file(
    @Req() request: Request,
    @Param('token') token: string,
    @Res() response: Response,
  ): Promise<void> {
    const { state, talk, reading, paths } = await this.visits.open(request, token);
    const file = state === 'confirmed' ? await this.calendars.ofTalk(talk.id, reading.page.code) : undefined;
    if (!file) {
      response.redirect(303, paths.appointment);
      return;
    }
    response.setHeader('Content-Type', file.contentType);
    response.setHeader('Content-Disposition', `attachment; filename="${file.filename}"`);
    response.send(Buffer.from(file.content));
  }
}

import { Body, Get, HttpStatus, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { ConfirmTalk } from '../../features/talks/index.js';
import { AppointmentPage } from '../../templates/pages/newcomer/appointment-page.js';
import { appointmentContent } from './appointment-view.js';
import { deadContent } from './dead-view.js';
import { revisionOf } from './newcomer.forms.js';
import { NewcomerController } from './newcomer-controller.js';
import { NewcomerPages } from './newcomer-pages.js';
import { NextTalks } from './next-talks.js';
import { assertOwnForm } from '../shared/own-form.js';
import { householdActor, type Visit, Visits } from './visits.js';
import { MessagePage } from '../../templates/pages/newcomer/message-page.js';

/** N1, N2 and N9: the appointment as it stands now, and saying yes to it. */
@NewcomerController()
export class AppointmentController {
  constructor(
    private readonly visits: Visits,
    private readonly pages: NewcomerPages,
    private readonly nextTalks: NextTalks,
    private readonly confirmTalk: ConfirmTalk,
  ) {}

  @Get()
  async show(
    @Req() request: Request,
    @Param('token') token: string,
    @Res() response: Response,
  ): Promise<void> {
    const visit = await this.visits.open(request, token);
    if (visit.state === 'expired' || visit.state === 'revoked' || visit.state === 'arranging') {
      if (visit.state !== 'arranging') response.status(HttpStatus.GONE);
      response.type('html').send(await this.dead(visit));
      return;
    }
    const { view, helper } = appointmentContent(visit, await this.nextTalks.after(visit));
    const body = AppointmentPage({ view, t: visit.t });
    response.type('html').send(await this.pages.render(visit, { helper, body }));
  }

  /** A form that was sent twice or opened as an address leads to the same page. */
  @Get('confirm')
  async back(
    @Req() request: Request,
    @Param('token') token: string,
    @Res() response: Response,
  ): Promise<void> {
    const { paths } = await this.visits.open(request, token);
    response.redirect(303, paths.appointment);
  }

  /** Says yes to the revision that was on the page; whatever came of it, the page shows how the talk stands now. */
  @Post('confirm')
  async confirm(
    @Req() request: Request,
    @Param('token') token: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    assertOwnForm(request);
    const visit = await this.visits.open(request, token);
    const { talk, link, paths } = visit;
    if (link.kind === 'valid') {
      const { officeId, id: talkId } = talk;
      const revision = revisionOf(body);
      await this.confirmTalk.run({ officeId, talkId, revision, actor: householdActor(visit) });
    }
    response.redirect(303, paths.appointment);
  }

  private dead(visit: Visit): Promise<string> {
    const { view, helper } = deadContent(visit);
    const body = MessagePage({ view, t: visit.t });
    return this.pages.render(visit, { helper, body, named: false });
  }
}

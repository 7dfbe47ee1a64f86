import { Body, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { CancelTalk } from '../../features/talks/index.js';
import { I18n } from '../../platform/i18n/i18n.js';
import { CancelPage } from '../../templates/pages/newcomer/cancel-page.js';
import { cancellationOf, cancelReasons, revisionOf } from './newcomer.forms.js';
import { NewcomerController } from './newcomer-controller.js';
import { NewcomerPages } from './newcomer-pages.js';
import { assertOwnForm } from '../shared/own-form.js';
import { appointmentCard } from './appointment-card.js';
import { householdActor, type Visit, Visits, writingOf } from './visits.js';

/** N6: cancelling takes a page of its own, which offers another time first. */
@NewcomerController()
export class CancelController {
  constructor(
    private readonly visits: Visits,
    private readonly pages: NewcomerPages,
    private readonly cancelTalk: CancelTalk,
    private readonly i18n: I18n,
  ) {}

  @Get('cancel')
  async show(
    @Req() request: Request,
    @Param('token') token: string,
    @Res() response: Response,
  ): Promise<void> {
    const visit = await this.visits.open(request, token);
    if (visit.mayChange) response.type('html').send(await this.page(visit));
    else response.redirect(303, visit.paths.appointment);
  }

  /** Cancels what was on the page; a talk that was moved meanwhile is shown again instead. */
  @Post('cancel')
  async submit(
    @Req() request: Request,
    @Param('token') token: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    assertOwnForm(request);
    const visit = await this.visits.open(request, token);
    const cancellation = cancellationOf(body);
    const isCurrent = revisionOf(body) === visit.talk.revision;
    if (cancellation && isCurrent && visit.mayChange) await this.cancel(visit, cancellation.reason);
    response.redirect(303, visit.paths.appointment);
  }

  /** The reason is kept in German, for the staff who read it. */
  private async cancel(visit: Visit, reason: string | undefined): Promise<void> {
    const { officeId, id: talkId, version } = visit.talk;
    const words = reason && this.i18n.translator('de')(`newcomer:cancel.reasons.${reason}`);
    await this.cancelTalk.run({
      officeId,
      talkId,
      version,
      actor: householdActor(visit),
      by: 'household',
      reason: words,
    });
  }

  private page(visit: Visit): Promise<string> {
    const { talk, paths, t } = visit;
    const view = {
      talk: appointmentCard(talk, writingOf(visit)),
      otherHref: paths.step('other'),
      action: paths.step('cancel'),
      revision: talk.revision,
      reasons: cancelReasons,
      backHref: paths.appointment,
    };
    const helper = {
      title: 'cancel.title',
      leads: ['cancel.lead'],
      talk,
      buttons: ['cancel.other', 'cancel.submit', 'layout.back'],
    };
    return this.pages.render(visit, { helper, body: CancelPage({ view, t }), from: 'cancel' });
  }
}

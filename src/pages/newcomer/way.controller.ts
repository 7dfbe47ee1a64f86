import { Get, Param, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { WayPage } from '../../templates/pages/newcomer/way-page.js';
import { appointmentCard } from './appointment-card.js';
import { isComing } from './appointment-state.js';
import { NewcomerController } from './newcomer-controller.js';
import { NewcomerPages } from './newcomer-pages.js';
import { Visits, writingOf } from './visits.js';
import { mapHref, wayOf } from './way-view.js';

/** N8: the way in words, with lift and wheelchair; a map only for whoever asks for it. */
@NewcomerController()
export class WayController {
  constructor(
    private readonly visits: Visits,
    private readonly pages: NewcomerPages,
  ) {}

  /** Only a talk that is coming or running at a site has a way; of any other the address leads back to its page. */
  @Get('way')
  async show(
    @Req() request: Request,
    @Param('token') token: string,
    @Res() response: Response,
  ): Promise<void> {
    const visit = await this.visits.open(request, token);
    const { talk, state, t, paths } = visit;
    const way = isComing(state) || state === 'running' ? wayOf(talk, visit) : null;
    if (way === null) {
      response.redirect(303, paths.appointment);
      return;
    }
    const view = {
      way,
      talk: appointmentCard(talk, writingOf(visit)),
      lift: talk.lift === true,
      mapHref: mapHref(talk),
      backHref: paths.appointment,
    };
    const helper = { title: 'facts.way', talk, buttons: ['way.map'] };
    const body = WayPage({ view, t });
    response.type('html').send(await this.pages.render(visit, { helper, body, from: 'way' }));
  }
}

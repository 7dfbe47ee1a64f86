import { Body, Get, Header, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import {
  AcceptOffer,
  AnswerOfferAgain,
  type AnswerOutcome,
  DeclineOffer,
  OfferQueries,
} from '../../../features/visits/index.js';
import { RequestPage, RequestsPage } from '../../../templates/pages/interpreter/requests-page.js';
import { InterpreterController } from '../interpreter-controller.js';
import { InterpreterPages } from '../interpreter-pages.js';
import type { InterpreterRequest } from '../interpreter-request.js';
import { requestCard, requestView } from './request-view.js';
import { acceptedTalks, declineReason, refusalOf } from './request.forms.js';

/** I2 and I3: requests and their answers. Every answer may be sent twice; the page shows what holds. */
@InterpreterController('requests')
export class RequestsController {
  constructor(
    private readonly pages: InterpreterPages,
    private readonly offers: OfferQueries,
    private readonly acceptOffer: AcceptOffer,
    private readonly declineOffer: DeclineOffer,
    private readonly answerAgain: AnswerOfferAgain,
  ) {}

  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  async list(@Req() request: InterpreterRequest): Promise<string> {
    const context = await this.pages.context(request);
    const { t, interpreter } = context;
    const offers = await this.offers.openFor(interpreter.id);
    const requests = offers.map((offer) => requestCard(offer, context));
    const body = RequestsPage({ view: { csrfToken: interpreter.csrfToken, requests }, t });
    const title = t('interpreter:request.title', { count: offers.length });
    return this.pages.render(context, 'requests', { title, body });
  }

  /** Throws `offer-not-found` for a request to somebody else too. */
  @Get(':id')
  @Header('Content-Type', 'text/html; charset=utf-8')
  async one(
    @Req() request: InterpreterRequest,
    @Param('id') id: string,
    @Query('refused') refused: unknown,
  ): Promise<string> {
    const context = await this.pages.context(request);
    const offer = await this.offers.one(id, context.interpreter.id);
    const view = requestView(offer, refusalOf(refused), context);
    const title = context.t('interpreter:request.one-title', { day: view.request.day });
    return this.pages.render(context, 'requests', { title, body: RequestPage({ view, t: context.t }) });
  }

  @Post(':id/accept')
  async accept(
    @Req() request: InterpreterRequest,
    @Param('id') offerId: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const talkIds = acceptedTalks(body);
    if (talkIds?.length === 0) {
      response.redirect(303, `/interpreter/requests/${encodeURIComponent(offerId)}?refused=nothing-ticked`);
      return;
    }
    back(response, offerId, await this.acceptOffer.run({ ...answerOf(request, offerId), talkIds }));
  }

  @Post(':id/decline')
  async decline(
    @Req() request: InterpreterRequest,
    @Param('id') offerId: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const reason = declineReason(body);
    back(response, offerId, await this.declineOffer.run({ ...answerOf(request, offerId), reason }));
  }

  /** Takes the answer back; the request is open again. */
  @Post(':id/undo')
  async undo(
    @Req() request: InterpreterRequest,
    @Param('id') offerId: string,
    @Res() response: Response,
  ): Promise<void> {
    back(response, offerId, await this.answerAgain.run(answerOf(request, offerId)));
  }
}

function answerOf(
  { interpreter }: InterpreterRequest,
  offerId: string,
): { readonly offerId: string; readonly interpreterId: number; readonly actor: string } {
  return { offerId, interpreterId: interpreter.id, actor: `interpreter:${interpreter.id}` };
}

function back(response: Response, offerId: string, { kind }: AnswerOutcome): void {
  const refused = kind === 'done' || kind === 'already' ? '' : `?refused=${kind}`;
  response.redirect(303, `/interpreter/requests/${encodeURIComponent(offerId)}${refused}`);
}

import { Body, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { z } from 'zod';
import { AcceptOffer, DeclineOffer, OfferQueries } from '../../features/visits/index.js';
import { ApiController } from './api-controller.js';
import { Needs } from './access.js';
import { actorOf, type ApiRequest } from './api-request.js';
import { cursorOf, type Page, placeOf } from './list.js';
import { offerJson, type OfferJson, refuseUnlessDone } from './offer-json.js';
import { AcceptBody, DeclineBody, OfferAnswer, OffersAnswer, OffersQuery } from './offer.schemas.js';
import { Says } from './says.js';

/** Requests to interpreters, and their answers as the office heard them. */
@ApiController('offers', 'personal')
export class OffersController {
  constructor(
    private readonly offers: OfferQueries,
    private readonly acceptOffer: AcceptOffer,
    private readonly declineOffer: DeclineOffer,
  ) {}

  @Get()
  @Says('Requests to interpreters, the newest first', OffersAnswer)
  async list(
    @Req() { caller }: ApiRequest,
    @Query({ schema: OffersQuery }) { state, limit, cursor }: z.infer<typeof OffersQuery>,
  ): Promise<Page<OfferJson>> {
    const before = placeOf(cursor, z.uuid());
    const offers = await this.offers.list(caller.officeId, { state, before, limit: limit + 1 });
    const items = offers.slice(0, limit);
    const last = items.at(-1);
    return { items: items.map(offerJson), next: last && offers.length > limit ? cursorOf(last.id) : null };
  }

  @Get(':id')
  @Says('One request', OfferAnswer)
  async one(@Req() { caller }: ApiRequest, @Param('id') id: string): Promise<OfferJson> {
    return offerJson(await this.offers.ofOffice(caller.officeId, id));
  }

  /** The first acceptance wins; 409 when somebody else was faster, the deadline is over or the rules say no. */
  @Post(':id/accept')
  @Says('Accept a request or a part of it; 409 when somebody was faster', OfferAnswer)
  @HttpCode(200)
  @Needs('plan')
  async accept(
    @Req() request: ApiRequest,
    @Param('id') offerId: string,
    @Body({ schema: AcceptBody }) body: z.infer<typeof AcceptBody>,
  ): Promise<OfferJson> {
    refuseUnlessDone(await this.acceptOffer.run({ ...whose(request, offerId), ...body }));
    return this.one(request, offerId);
  }

  /** Until the deadline an acceptance may become a decline. */
  @Post(':id/decline')
  @Says('Decline a request or a part of it', OfferAnswer)
  @HttpCode(200)
  @Needs('plan')
  async decline(
    @Req() request: ApiRequest,
    @Param('id') offerId: string,
    @Body({ schema: DeclineBody }) body: z.infer<typeof DeclineBody>,
  ): Promise<OfferJson> {
    refuseUnlessDone(await this.declineOffer.run({ ...whose(request, offerId), ...body }));
    return this.one(request, offerId);
  }
}

function whose(request: ApiRequest, offerId: string): { officeId: number; offerId: string; actor: string } {
  return { officeId: request.caller.officeId, offerId, actor: actorOf(request) };
}

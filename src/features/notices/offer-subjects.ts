import { Injectable } from '@nestjs/common';
import type { OfferDetails } from './offer-details.js';
import { OfferDetailsRepository } from './offer-details.repository.js';
import type { TalkDetails } from './talk-details.js';
import { TalkDetailsRepository } from './talk-details.repository.js';

/** An offer with the talk that stands for its office. */
export interface OfferSubject {
  readonly offer: OfferDetails;
  readonly talk: TalkDetails;
}

/** Reads what a notice about an offer tells of. */
@Injectable()
export class OfferSubjects {
  constructor(
    private readonly offers: OfferDetailsRepository,
    private readonly talks: TalkDetailsRepository,
  ) {}

  /** Throws when the offer or its talk is gone. */
  async find({
    offerId,
    talkId,
  }: {
    readonly offerId: string;
    readonly talkId: string;
  }): Promise<OfferSubject> {
    const [offer, talk] = await Promise.all([this.offers.find(offerId), this.talks.find(talkId)]);
    if (!offer || !talk) throw new Error(`The offer ${offerId} or its talk is gone`);
    return { offer, talk };
  }
}

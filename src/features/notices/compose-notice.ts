import { Injectable } from '@nestjs/common';
import { Settings } from '../../platform/config/settings.js';
import { ComposeOfferNotice } from './compose-offer-notice.js';
import { ComposeSignIn } from './compose-sign-in.js';
import { ComposeTalkNotice } from './compose-talk-notice.js';
import type { ComposedNotice } from './composed-notice.js';
import type { ClaimedNotice } from './notice-claims.js';
import { returnAddress } from './returned/return-address.js';

/** Turns a claimed notice into its mail, whatever it is about, with the address to which it returns. */
@Injectable()
export class ComposeNotice {
  constructor(
    private readonly talkNotices: ComposeTalkNotice,
    private readonly offerNotices: ComposeOfferNotice,
    private readonly signIns: ComposeSignIn,
    private readonly settings: Settings,
  ) {}

  async run(notice: ClaimedNotice): Promise<ComposedNotice> {
    const { returnDomain, secretKey } = this.settings;
    const composed = await this.compose(notice);
    if (returnDomain === undefined) return composed;
    const returns = { address: returnAddress(notice.id, secretKey, returnDomain), envelopeId: notice.id };
    return { ...composed, mail: { ...composed.mail, returns } };
  }

  private compose(notice: ClaimedNotice): Promise<ComposedNotice> {
    const { talkId, offerId } = notice;
    if (talkId === null) return this.signIns.run(notice);
    if (offerId === null) return this.talkNotices.run(notice, talkId);
    return this.offerNotices.run(notice, { talkId, offerId });
  }
}

import { Injectable } from '@nestjs/common';
import { ComposeOfferNotice } from './compose-offer-notice.js';
import { ComposeSignIn } from './compose-sign-in.js';
import { ComposeTalkNotice } from './compose-talk-notice.js';
import type { ComposedNotice } from './composed-notice.js';
import type { ClaimedNotice } from './notice-claims.js';

/** Turns a claimed notice into its mail, whatever it is about. */
@Injectable()
export class ComposeNotice {
  constructor(
    private readonly talkNotices: ComposeTalkNotice,
    private readonly offerNotices: ComposeOfferNotice,
    private readonly signIns: ComposeSignIn,
  ) {}

  run(notice: ClaimedNotice): Promise<ComposedNotice> {
    const { talkId, offerId } = notice;
    if (talkId === null) return this.signIns.run(notice);
    if (offerId === null) return this.talkNotices.run(notice, talkId);
    return this.offerNotices.run(notice, { talkId, offerId });
  }
}

import { Injectable } from '@nestjs/common';
import { ComposeSignIn } from './compose-sign-in.js';
import { ComposeTalkNotice } from './compose-talk-notice.js';
import type { ComposedNotice } from './composed-notice.js';
import type { ClaimedNotice } from './notice-claims.js';

/** Turns a claimed notice into its mail, whatever it is about. */
@Injectable()
export class ComposeNotice {
  constructor(
    private readonly talkNotices: ComposeTalkNotice,
    private readonly signIns: ComposeSignIn,
  ) {}

  run(notice: ClaimedNotice): Promise<ComposedNotice> {
    return notice.talkId === null ? this.signIns.run(notice) : this.talkNotices.run(notice, notice.talkId);
  }
}

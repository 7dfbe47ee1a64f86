import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/database.js';
import { Audit } from '../audit/index.js';
import { NoticePlanner } from '../notices/index.js';
import { TalkFollowers } from './talk-followers.js';
import type { TalkHappening } from './talk-happening.js';

/** What follows every change of a talk, in its transaction: notices, the interpreter's side, the entry in the audit. */
@Injectable()
export class TalkRecord {
  constructor(
    private readonly notices: NoticePlanner,
    private readonly followers: TalkFollowers,
    private readonly audit: Audit,
  ) {}

  /** Call it after the talk's row was written: notices are planned from what is stored. */
  async write(tx: Tx, happening: TalkHappening): Promise<void> {
    // notices first: they go to whoever was part of the talk until now
    await this.planNotices(tx, happening);
    await this.followers.tell(tx, happening);
    await this.audit.record(tx, {
      officeId: happening.officeId,
      actor: happening.actor,
      action: `talk-${happening.event}`,
      subjectKind: 'talk',
      subjectId: happening.talkId,
      detail: { householdId: happening.householdId, ...happening.detail },
    });
  }

  /** Before a cancelled talk stands again: false, and nothing changed, when somebody may have read of its end already. */
  takeBackCancellation(tx: Tx, talkId: string): Promise<boolean> {
    return this.notices.takeBackCancellation(tx, talkId);
  }

  private async planNotices(tx: Tx, { event, talkId }: TalkHappening): Promise<void> {
    if (event === 'booked') await this.notices.afterBooking(tx, talkId);
    else if (event === 'moved') await this.notices.afterMove(tx, talkId);
    else if (event === 'confirmed') await this.notices.afterConfirmation(tx, talkId);
    else if (event === 'other-time-requested') await this.notices.afterOtherTimeWish(tx, talkId);
    else if (event === 'cancelled') await this.notices.afterCancellation(tx, talkId);
  }
}

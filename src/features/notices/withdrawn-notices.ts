import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/database.js';
import type { NoticeReason } from './notice-reasons.js';
import type { PlanningFacts } from './planned-notices.js';

/** Withdraws planned notices, and plans withdrawn ones again, in the transaction of the change that makes it right. */
@Injectable()
export class WithdrawnNotices {
  /** Takes back what has not left yet: every planned notice, or only those of the given kinds. */
  async supersede(
    tx: Tx,
    talkId: string,
    reason: NoticeReason,
    kinds: readonly string[] = [],
  ): Promise<void> {
    await tx.query(
      `update notices set state = 'superseded', state_reason = $2
       where talk_id = $1 and offer_id is null and state = 'planned' and (cardinality($3::text[]) = 0 or kind = any($3))`,
      [talkId, reason, kinds],
    );
  }

  /** Plans again the confirmation of this revision that was put aside because the household wished another time. */
  async reviveConfirmation(tx: Tx, { talkId, revision, now }: PlanningFacts): Promise<void> {
    await tx.query(
      `update notices set state = 'planned', state_reason = null, due_at = $3
       where talk_id = $1 and revision = $2 and kind = 'confirmation' and state = 'superseded'
         and state_reason = 'not-confirmed'`,
      [talkId, revision, now],
    );
  }

  /**
   * Takes back all notices of the talk's revision, and plans again those of the one before that were superseded for
   * `reason`. False, and nothing changed, when one of them has left or is leaving.
   */
  async takeBackLatest(tx: Tx, talkId: string, reason: NoticeReason): Promise<boolean> {
    const told = await tx.query<{ isWaiting: boolean }[]>(
      `select n.state = 'planned' and n.attempts = 0 as "isWaiting" from notices n
       join talks t on t.id = n.talk_id and t.revision = n.revision
       where t.id = $1 and n.offer_id is null for update of n`,
      [talkId],
    );
    if (!told.every(({ isWaiting }) => isWaiting)) return false;
    await tx.query(
      `delete from notices n using talks t
       where t.id = $1 and n.talk_id = t.id and n.revision = t.revision and n.offer_id is null`,
      [talkId],
    );
    await tx.query(
      `update notices n set state = 'planned', state_reason = null from talks t
       where t.id = $1 and n.talk_id = t.id and n.revision = t.revision - 1 and n.offer_id is null
         and n.state = 'superseded' and n.state_reason = $2`,
      [talkId, reason],
    );
    return true;
  }
}

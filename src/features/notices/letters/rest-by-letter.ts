import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/database.js';
import { LetterInstead } from './letter-instead.js';

/** Puts on paper what still waits to be told a household by e-mail, because it wants no e-mails any more. */
@Injectable()
export class RestByLetter {
  constructor(private readonly letters: LetterInstead) {}

  /**
   * In the transaction of the change. What is worth paper and still in time becomes a letter, and no e-mail leaves any
   * more: reminders and echoes of its own answers are not written down again.
   */
  async run(
    tx: Tx,
    of: { readonly officeId: number; readonly householdId: number; readonly actor: string },
  ): Promise<void> {
    const waiting = await tx.query<{ id: string }[]>(
      `select id from notices where office_id = $1 and recipient_kind = 'household' and recipient_id = $2
         and channel = 'email' and state = 'planned' order by id`,
      [of.officeId, of.householdId],
    );
    for (const { id } of waiting)
      await this.letters.write(tx, { officeId: of.officeId, noticeId: id, actor: of.actor });
    await tx.query(
      `update notices set state = 'superseded', state_reason = 'letter-instead' where id = any($1) and state = 'planned'`,
      [waiting.map(({ id }) => id)],
    );
  }
}

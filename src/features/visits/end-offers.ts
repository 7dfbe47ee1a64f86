import { Injectable } from '@nestjs/common';
import { restored, withdrawn } from '../../scheduling/index.js';
import type { Tx } from '../../platform/database/database.js';
import { OfferBooks } from './offer-books.js';
import { OfferSteps } from './offer-steps.js';

/** Ends the offers of a talk that was moved or cancelled: what was asked for is not what is there now. */
@Injectable()
export class EndOffers {
  constructor(
    private readonly books: OfferBooks,
    private readonly steps: OfferSteps,
  ) {}

  /** To be called after the talk's row was written. Returns every interpreter who had been asked for it. */
  async run(tx: Tx, talkId: string, event: 'moved' | 'cancelled'): Promise<readonly number[]> {
    const asked = await this.interpretersOf(tx, talkId);
    if (event === 'moved' && (await this.isSameStay(tx, talkId))) return asked;
    const book = await this.books.lock(tx, [talkId]);
    await this.steps.saveOffers(tx, book, withdrawn(book, [talkId]));
    return asked;
  }

  /** The talk stands again after all: who had accepted it still comes. Call it after the talk's row was written. */
  async takeBack(tx: Tx, talkId: string): Promise<void> {
    const book = await this.books.lock(tx, [talkId]);
    const [talk] = book.talks;
    if (talk?.state !== 'confirmed' || talk.interpreter === null) return;
    const after = restored(book, talk.interpreter, talkId);
    for (const [index, offer] of after.offers.entries()) {
      const before = book.offers[index];
      if (before && before !== offer) await this.books.saveOffer(tx, before, offer, false);
    }
  }

  private async interpretersOf(tx: Tx, talkId: string): Promise<number[]> {
    const rows = await tx.query<{ id: number }[]>(
      `select distinct interpreter_id as id from offers join offer_talks on offer_id = offers.id where talk_id = $1`,
      [talkId],
    );
    return rows.map(({ id }) => id);
  }

  /** Only room or caseworker changed: what interpreters were asked, and said, still holds. */
  private async isSameStay(tx: Tx, talkId: string): Promise<boolean> {
    const [rows] = await tx.query<[unknown[], number]>(
      `update offer_talks o set revision = t.revision from talks t, offers f
        where t.id = $1 and o.talk_id = t.id and f.id = o.offer_id and o.revision = t.revision - 1
          and o.starts_at = t.starts_at and o.site_id is not distinct from t.site_id
          and f.interpreter_mode = t.interpreter_mode
          and (o.state = 'open' and t.interpreter_state = 'asked'
            or o.state = 'accepted' and t.interpreter_state = 'confirmed')
          and exists (select from offer_talks n join offers g on g.id = n.offer_id
            where n.talk_id = t.id and g.interpreter_id = t.interpreter_id and n.state in ('open', 'accepted'))
       returning o.talk_id`,
      [talkId],
    );
    return rows.length > 0;
  }
}

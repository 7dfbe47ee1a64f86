import { Injectable } from '@nestjs/common';
import { offerState, type AskedTalk, type Offer, type OfferBook } from '../../scheduling/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database, type Tx } from '../../platform/database/database.js';

interface TalkRow {
  readonly id: string;
  readonly revision: number;
  readonly interpreter: string | null;
  readonly state: AskedTalk['state'];
}

interface OfferRow extends Omit<Offer, 'answerBy'> {
  readonly answerBy: Date;
}

const TALKS = `
select id, revision, interpreter_id::text as interpreter, interpreter_state as state from talks
 where id = any($1) and interpreter_state is not null
   and state in ('planned', 'invited', 'confirmed', 'change-requested')
 order by id`;

const OFFERS = `
select o.id, o.interpreter_id::text as interpreter, o.tier, o.answer_by as "answerBy",
  (select jsonb_agg(jsonb_build_object('talk', talk_id, 'revision', revision, 'state', state) order by starts_at, talk_id)
     from offer_talks where offer_id = o.id) as talks
  from offers o where o.id in (select offer_id from offer_talks where talk_id = any($1))
 order by o.id`;

/** Loads and saves talks with their offers, in the caller's transaction. */
@Injectable()
export class OfferBooks {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** As it is at this moment, without a lock. */
  async read(talkIds: readonly string[]): Promise<OfferBook> {
    const talks = await this.database.query<TalkRow>(TALKS, [talkIds]);
    return bookOf(talks, await this.database.query<OfferRow>(OFFERS, [talkIds]));
  }

  /** With the talks' rows locked: whoever changes anything about their interpreters waits here. */
  async lock(tx: Tx, talkIds: readonly string[]): Promise<OfferBook> {
    const talks = await tx.query<TalkRow[]>(`${TALKS} for update`, [talkIds]);
    return bookOf(talks, await tx.query<OfferRow[]>(OFFERS, [talkIds]));
  }

  /**
   * Saves who interprets a talk, provided that nobody else did since `before` was read: of two who accept at the same
   * moment one changes this row and the other does not.
   */
  async saveTalk(tx: Tx, before: AskedTalk, after: AskedTalk, mode: string | null): Promise<void> {
    const [rows] = await tx.query<[unknown[], number]>(
      `update talks set interpreter_id = $2, interpreter_state = $3, interpreter_mode = coalesce($4, interpreter_mode),
         state = case when $3 = 'confirmed' and state = 'planned' then coalesce(state_once_sure, 'invited') else state end,
         state_once_sure = case when $3 = 'confirmed' then null else state_once_sure end,
         version = version + 1, updated_at = $5
       where id = $1 and interpreter_state = $6 and interpreter_id is not distinct from $7 and revision = $8
       returning id`,
      [
        before.id,
        after.interpreter,
        after.state,
        mode,
        this.clock.now(),
        before.state,
        before.interpreter,
        before.revision,
      ],
    );
    if (rows.length === 0)
      throw new Error(`The interpreter of talk ${before.id} changed although it was locked`);
  }

  /** Saves what became of an offer and its talks. `reopened`: its notices are those of another edition. */
  async saveOffer(tx: Tx, before: Offer, after: Offer, reopened: boolean): Promise<void> {
    const changed = after.talks.filter((talk, index) => talk !== before.talks[index]);
    // whoever gives a talk back comes before whoever takes it: a talk has one acceptance at a time
    await tx.query(
      `update offer_talks set state = c.state from jsonb_to_recordset($2::jsonb) as c (talk uuid, state text)
        where offer_id = $1 and talk_id = c.talk`,
      [after.id, JSON.stringify(changed.map(({ talk, state }) => ({ talk, state })))],
    );
    await tx.query(`update offers set state = $2, edition = edition + $3 where id = $1`, [
      after.id,
      offerState(after),
      reopened ? 1 : 0,
    ]);
  }
}

function bookOf(talks: readonly TalkRow[], offers: readonly OfferRow[]): OfferBook {
  return {
    talks,
    offers: offers.map((offer) => ({ ...offer, answerBy: offer.answerBy.getTime() / 60_000 })),
  };
}

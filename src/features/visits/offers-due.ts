import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database, type Tx } from '../../platform/database/database.js';

/** An offer whose deadline has passed; `now` in minutes since 1970. */
export interface OverdueOffer {
  readonly id: string;
  readonly officeId: number;
  readonly talkIds: readonly string[];
  readonly now: number;
}

/** A visit with the talks that nobody has accepted, by start; instants in minutes since 1970. */
export interface VisitToFill {
  readonly officeId: number;
  readonly now: number;
  readonly talks: readonly {
    readonly id: string;
    readonly start: number;
    readonly siteId: number | null;
    readonly mode: string;
  }[];
}

const MOST_PER_ROUND = 500;
const COMING = `t.interpreter_state = 'asked' and t.starts_at > $1
  and t.state in ('planned', 'invited', 'confirmed', 'change-requested')`;

const OVERDUE = `
select o.id, o.office_id as "officeId", array(select talk_id::text from offer_talks where offer_id = o.id) as "talkIds"
from offers o where o.state = 'open' and o.answer_by <= $1 order by o.answer_by, o.id limit ${MOST_PER_ROUND}`;

/** Visits that changed since somebody looked, and those with a talk that nobody is asked for at this moment. */
const TO_LOOK_AT = `
select v.id from visits v where v.state = 'asked' and v.ends_at > $1 and (v.look_at <= $1 or exists (
  select from talks t where t.visit_id = v.id and ${COMING}
    and not exists (select from offer_talks x where x.talk_id = t.id and x.state = 'open' and x.revision = t.revision)))
order by v.starts_at, v.id limit ${MOST_PER_ROUND}`;

const TO_FILL = `
select v.office_id as "officeId", (select coalesce(jsonb_agg(jsonb_build_object('id', t.id,
    'start', extract(epoch from t.starts_at) / 60, 'siteId', t.site_id, 'mode', t.interpreter_mode)
    order by t.starts_at, t.id), '[]')
  from talks t where t.visit_id = v.id and ${COMING}) as talks
from visits v where v.id = $2`;

/** Finds what must be done about offers at this moment. */
@Injectable()
export class OffersDue {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async overdue(): Promise<OverdueOffer[]> {
    const rows = await this.database.query<Omit<OverdueOffer, 'now'>>(OVERDUE, [this.clock.now()]);
    return rows.map((row) => ({ ...row, now: this.minute() }));
  }

  async visits(): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(TO_LOOK_AT, [this.clock.now()]);
    return rows.map(({ id }) => id);
  }

  /** Undefined when nothing of the visit is to be filled. */
  async visitToFill(visitId: string): Promise<VisitToFill | undefined> {
    const [row] = await this.database.query<Omit<VisitToFill, 'now'>>(TO_FILL, [this.clock.now(), visitId]);
    return row && row.talks.length > 0 ? { ...row, now: this.minute() } : undefined;
  }

  /** Nobody has to look at a visit again until it changes. */
  async looked(visitId: string): Promise<void> {
    await this.database.query('update visits set look_at = null where id = $1', [visitId]);
  }

  /** The same of every visit of these talks, in the transaction that did what was due. */
  async done(tx: Tx, talkIds: readonly string[]): Promise<void> {
    await tx.query(
      'update visits set look_at = null where id in (select visit_id from talks where id = any($1))',
      [talkIds],
    );
  }

  private minute(): number {
    return this.clock.now().getTime() / 60_000;
  }
}

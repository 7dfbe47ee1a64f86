import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/database.js';
import { Clock } from '../../platform/clock/clock.js';
import { OfferNotices } from '../notices/index.js';
import { Offices } from '../offices/index.js';
import { VisitCosts } from '../tariffs/index.js';
import { OfficeHours } from './office-hours.js';

/** Whom to ask for which talks; all talks are at one place. */
export interface NewOffer {
  readonly officeId: number;
  readonly interpreterId: number;
  readonly tier: number;
  readonly mode: string;
  readonly siteId: number | null;
  readonly talkIds: readonly string[];
  /** Start of the first talk. */
  readonly start: Date;
}

const OFFERED = `
insert into offer_talks (offer_id, talk_id, revision, starts_at, ends_at, site_id)
select $1, id, revision, starts_at, starts_at + make_interval(mins => minutes), site_id from talks where id = any($2)
on conflict (offer_id, talk_id) do update set revision = excluded.revision, starts_at = excluded.starts_at,
  ends_at = excluded.ends_at, site_id = excluded.site_id, state = 'open'`;

/** Writes the offer to one interpreter, and the request that tells of it. */
@Injectable()
export class AskInterpreter {
  constructor(
    private readonly clock: Clock,
    private readonly offices: Offices,
    private readonly hours: OfficeHours,
    private readonly notices: OfferNotices,
    private readonly costs: VisitCosts,
  ) {}

  /** Returns the offer with its deadline in minutes since 1970. */
  async run(tx: Tx, asked: NewOffer): Promise<{ id: string; answerBy: number }> {
    const { officeId, interpreterId, tier, mode, talkIds } = asked;
    const office = await this.offices.get(officeId, tx);
    const answerBy = await this.hours.deadline({ ...asked, office }, tx);
    const [offer] = await tx.query<{ id: string }[]>(
      `insert into offers (office_id, interpreter_id, tier, interpreter_mode, asked_at, answer_by)
       values ($1, $2, $3, $4, $5, $6) returning id`,
      [officeId, interpreterId, tier, mode, this.clock.now(), answerBy],
    );
    const id = offer?.id ?? '';
    await tx.query(OFFERED, [id, talkIds]);
    await this.price(tx, talkIds);
    await this.notices.afterAsking(tx, id);
    return { id, answerBy: answerBy.getTime() / 60_000 };
  }

  /** A request for the same visit that has not left yet tells of this talk too: undefined when there is none. */
  async addToWaiting(
    tx: Tx,
    { visitId, interpreterId, talkId }: { visitId: string; interpreterId: number; talkId: string },
  ): Promise<string | undefined> {
    const [waiting] = await tx.query<{ id: string }[]>(
      `select o.id from offers o join notices n on n.offer_id = o.id and n.kind = 'interpreter-request'
        where o.interpreter_id = $1 and o.state = 'open' and n.state = 'planned' and n.attempts = 0
          and exists (select from offer_talks x join talks t on t.id = x.talk_id
            where x.offer_id = o.id and x.state = 'open' and t.visit_id = $2)
        order by o.id limit 1 for update of n skip locked`,
      [interpreterId, visitId],
    );
    if (waiting) await tx.query(OFFERED, [waiting.id, [talkId]]);
    return waiting?.id;
  }

  /** What is asked for at short notice may cost more. */
  private async price(tx: Tx, talkIds: readonly string[]): Promise<void> {
    const visits = await tx.query<{ id: string }[]>(
      'select distinct visit_id as id from talks where id = any($1) and visit_id is not null',
      [talkIds],
    );
    await this.costs.price(
      tx,
      visits.map(({ id }) => id),
    );
  }
}

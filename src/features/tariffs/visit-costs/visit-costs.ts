import { Injectable } from '@nestjs/common';
import {
  pricedVisit,
  visitCost,
  workedVisit,
  type AgreedTalk,
  type Cost,
  type InterpretingMode,
  type TariffTerms,
} from '../../../scheduling/index.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database, type Tx } from '../../../platform/database/database.js';
import { minuteUp, sqlMinute } from './minutes.js';
import { OfficeTermsOf } from './office-terms.js';

interface VisitRow {
  readonly id: string;
  readonly officeId: number;
  readonly interpreterId: number | null;
  readonly tariffCode: string | null;
  readonly day: string;
  readonly place: string;
  readonly orderedAt: Date | null;
  readonly workedFrom: string | null;
  readonly workedUntil: string | null;
  readonly mode: InterpretingMode | null;
  readonly talks: readonly AgreedTalk[];
}

/** Both sides have said when the visit began and ended: what the office confirmed counts. */
const IS_WORKED = 'w.reported_at is not null and w.confirmed_at is not null';

const VISITS = `
select v.id, v.office_id as "officeId", v.interpreter_id as "interpreterId", i.tariff_code as "tariffCode",
  to_char(v.starts_at at time zone o.time_zone, 'YYYY-MM-DD') as day, coalesce(s.town, '') as place,
  (select min(f.asked_at) from offers f join offer_talks x on x.offer_id = f.id join talks t on t.id = x.talk_id
    where t.visit_id = v.id and f.interpreter_id = v.interpreter_id and x.state in ('open', 'accepted')) as "orderedAt",
  case when ${IS_WORKED} then ${sqlMinute('w.confirmed_from')} end as "workedFrom",
  case when ${IS_WORKED} then ${sqlMinute('w.confirmed_until')} end as "workedUntil",
  (select min(interpreter_mode) from talks t where t.visit_id = v.id and t.state <> 'cancelled') as mode,
  (select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'from', ${sqlMinute('t.starts_at')},
      'to', ${sqlMinute('t.starts_at + make_interval(mins => t.minutes)')}) order by t.starts_at, t.id), '[]')
     from talks t where t.visit_id = v.id and t.state <> 'cancelled' and t.interpreter_mode is not null) as talks
from visits v
join offices o on o.id = v.office_id
left join sites s on s.id = v.site_id
left join interpreters i on i.id = v.interpreter_id
left join worked_times w on w.visit_id = v.id
where v.id = any($1)
order by v.id`;

const SAVE = `
insert into visit_costs (visit_id, interpreter_id, tariff_code, tariff_from, planned_rappen, planned_lines,
  actual_rappen, actual_lines)
values ($1, $2, $3, $4, $5, $6, $7, $8)
on conflict (visit_id) do update set interpreter_id = excluded.interpreter_id, tariff_code = excluded.tariff_code,
  tariff_from = excluded.tariff_from, planned_rappen = excluded.planned_rappen,
  planned_lines = excluded.planned_lines, actual_rappen = excluded.actual_rappen, actual_lines = excluded.actual_lines`;

const AGREED = `
insert into agreed_talks (talk_id, visit_id, interpreter_id, mode, place, starts_at, ends_at)
select t.id, t.visit_id, t.interpreter_id, t.interpreter_mode,
  case when t.interpreter_mode = 'onsite' then coalesce(s.town, '') else '' end,
  t.starts_at, t.starts_at + make_interval(mins => t.minutes)
from talks t left join sites s on s.id = t.site_id
where t.id = any($1) and t.state <> 'cancelled' and t.interpreter_id is not null and t.visit_id is not null
  and coalesce(t.interpreter_state, 'confirmed') = 'confirmed'
on conflict (talk_id) do update set visit_id = excluded.visit_id, interpreter_id = excluded.interpreter_id,
  mode = excluded.mode, place = excluded.place, starts_at = excluded.starts_at, ends_at = excluded.ends_at`;

/** Keeps what visits cost by the tariff that is valid on their day, in the transaction that changes them. */
@Injectable()
export class VisitCosts {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly terms: OfficeTermsOf,
  ) {}

  /**
   * To be called after talks or their visits were written: what interpreters have agreed to is remembered, and the
   * visits are priced anew. A visit that nobody interprets, or without a tariff, has no price; one that ended costs nothing.
   */
  async follow(
    tx: Tx,
    { talkIds, visitIds }: { readonly talkIds: readonly string[]; readonly visitIds: readonly string[] },
  ): Promise<void> {
    await tx.query(
      `delete from agreed_talks a using talks t where t.id = a.talk_id and t.id = any($1)
         and (t.state = 'cancelled' or t.interpreter_id is null or coalesce(t.interpreter_state, 'confirmed') <> 'confirmed')`,
      [talkIds],
    );
    await tx.query(AGREED, [talkIds]);
    await this.price(tx, visitIds);
  }

  /** Prices visits as they are planned, and as they were worked once both sides have said when. */
  async price(tx: Tx, visitIds: readonly string[]): Promise<void> {
    const visits = await tx.query<VisitRow[]>(VISITS, [visitIds]);
    for (const visit of visits) await this.save(tx, visit);
  }

  /** Prices what an office has booked from now on: the tariffs by which it is paid have changed. */
  async priceComing(tx: Tx, officeId: number): Promise<void> {
    const coming = await tx.query<{ id: string }[]>(
      `select id from visits where office_id = $1 and starts_at > $2 and state <> 'ended' order by id`,
      [officeId, this.clock.now()],
    );
    const ids = coming.map(({ id }) => id);
    await this.price(tx, ids);
  }

  /** Visits without a price, as those from before prices were kept: a few hundred at once. */
  async priceMissing(): Promise<void> {
    const missing = await this.database.query<{ id: string }>(
      `select id from visits v where state <> 'ended'
          and not exists (select from visit_costs c where c.visit_id = v.id) order by id limit 500`,
    );
    if (missing.length === 0) return;
    const ids = missing.map(({ id }) => id);
    await this.database.transaction((tx) => this.price(tx, ids));
  }

  private async save(tx: Tx, visit: VisitRow): Promise<void> {
    const { id, officeId, interpreterId, tariffCode, day } = visit;
    const terms = tariffCode === null ? undefined : await this.terms.on({ officeId, tariffCode, day }, tx);
    const { planned, actual } = costsOf(visit, terms);
    const { code = null, validFrom = null } = terms?.tariff ?? {};
    const [total, lines] = columnsOf(planned);
    const [actualTotal, actualLines] = columnsOf(actual);
    await tx.query(SAVE, [
      id,
      interpreterId,
      code,
      validFrom,
      total,
      lines ?? '[]',
      actualTotal,
      actualLines,
    ]);
  }
}

interface Costs {
  readonly planned: Cost | null;
  readonly actual: Cost | null;
}

function costsOf(visit: VisitRow, terms: TariffTerms | undefined): Costs {
  const { mode, place, talks, orderedAt, workedFrom: from, workedUntil: to } = visit;
  if (mode === null) return { planned: { total: 0, lines: [] }, actual: null };
  if (!terms) return { planned: null, actual: null };
  const ordered = pricedVisit({ mode, place, talks }, orderedAt && minuteUp(orderedAt));
  const actual = from && to ? visitCost(workedVisit(ordered, { from, to }), terms) : null;
  return { planned: visitCost(ordered, terms), actual };
}

function columnsOf(cost: Cost | null): readonly [number | null, string | null] {
  return cost ? [cost.total, JSON.stringify(cost.lines)] : [null, null];
}

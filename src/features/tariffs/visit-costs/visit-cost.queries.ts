import { Injectable } from '@nestjs/common';
import type { Cost } from '../../../scheduling/index.js';
import { Database } from '../../../platform/database/database.js';

/** What a visit costs: amounts in Rappen with their lines. */
export interface VisitMoney {
  readonly visitId: string;
  /** null: nobody interprets it, or no version of the tariff is valid on its day. */
  readonly planned: Cost | null;
  /** By the worked time; null: not both sides have said when it began and ended. */
  readonly actual: Cost | null;
  readonly tariffName: string | null;
  /** Local date `YYYY-MM-DD`. */
  readonly tariffFrom: string | null;
}

/** Agreed time that was given up too late, and what is due for it. */
export interface BilledCancellation {
  readonly id: string;
  readonly visitId: string;
  readonly interpreterId: number;
  readonly interpreterName: string;
  readonly reference: string;
  readonly place: string;
  readonly event: 'cancelled' | 'moved';
  readonly givenUpAt: Date;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly tariffName: string;
  readonly cost: Cost;
}

const MONEY = `
select c.visit_id as "visitId", r.name as "tariffName",
  to_char(c.tariff_from, 'YYYY-MM-DD') as "tariffFrom",
  case when c.planned_rappen is not null
    then jsonb_build_object('total', c.planned_rappen, 'lines', c.planned_lines) end as planned,
  case when c.actual_rappen is not null
    then jsonb_build_object('total', c.actual_rappen, 'lines', c.actual_lines) end as actual
from visit_costs c
join visits v on v.id = c.visit_id
join offices o on o.id = v.office_id
left join tariffs r on r.code = c.tariff_code and r.valid_from = c.tariff_from`;

const CANCELLATIONS = `
select c.id::text, c.visit_id as "visitId", c.interpreter_id as "interpreterId",
  trim(i.first_name || ' ' || i.last_name) as "interpreterName", h.reference,
  coalesce(s.name || ', ' || s.town, '') as place, c.event, c.given_up_at as "givenUpAt", c.starts_at as "startsAt",
  c.ends_at as "endsAt", r.name as "tariffName",
  jsonb_build_object('total', c.rappen, 'lines', c.lines) as cost
from cancellation_costs c
join offices o on o.id = c.office_id
join interpreters i on i.id = c.interpreter_id
join talks t on t.id = c.talk_id
join households h on h.id = t.household_id
join visits v on v.id = c.visit_id
join tariffs r on r.code = c.tariff_code and r.valid_from = c.tariff_from
left join sites s on s.id = v.site_id`;

/** The first line is wider than any zone: so much an index finds without knowing it. */
const inMonth = (start: string): string => `
  ${start} >= $2::date - 2 and ${start} < $2::date + 33
  and ${start} >= $2::date::timestamp at time zone o.time_zone
  and ${start} < ($2::date + interval '1 month') at time zone o.time_zone`;

/** Reads what visits cost, and what was due because they were given up. */
@Injectable()
export class VisitCostQueries {
  constructor(private readonly database: Database) {}

  /** Of the visit that a talk is part of; undefined when it is part of none. */
  async ofTalk(officeId: number, talkId: string): Promise<VisitMoney | undefined> {
    const [money] = await this.database.query<VisitMoney>(
      `${MONEY} where v.office_id = $1 and v.state <> 'ended'
         and v.id = (select visit_id from talks where id = $2 and state <> 'cancelled')`,
      [officeId, talkId],
    );
    return money;
  }

  /** What was due for a talk, the oldest first. */
  cancellationsOfTalk(officeId: number, talkId: string): Promise<BilledCancellation[]> {
    return this.database.query(
      `${CANCELLATIONS} where c.office_id = $1 and c.talk_id = $2 order by c.given_up_at, c.id`,
      [officeId, talkId],
    );
  }

  /** Of the visits that begin in a month `2027-01`. */
  ofMonth(whose: Whose, month: string): Promise<VisitMoney[]> {
    const [column, id] = whoseColumn(whose);
    return this.database.query(
      `${MONEY} where v.${column} = $1 and v.state = 'confirmed' and ${inMonth('v.starts_at')}`,
      [id, `${month}-01`],
    );
  }

  /** For talks that would have begun in a month `2027-01`, by start. */
  cancellationsOfMonth(whose: Whose, month: string): Promise<BilledCancellation[]> {
    const [column, id] = whoseColumn(whose);
    return this.database.query(
      `${CANCELLATIONS} where c.${column} = $1 and ${inMonth('c.starts_at')} order by c.starts_at, c.id`,
      [id, `${month}-01`],
    );
  }
}

type Whose = { readonly officeId: number } | { readonly interpreterId: number };

function whoseColumn(whose: Whose): readonly ['office_id' | 'interpreter_id', number] {
  return 'officeId' in whose ? ['office_id', whose.officeId] : ['interpreter_id', whose.interpreterId];
}

import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';

/** An interpreter who is away while talks count on them: somebody in the office must act. */
export interface AwayInterpreter {
  readonly interpreterId: number;
  readonly interpreterName: string;
  /** Local days `YYYY-MM-DD` of the first and the last talk concerned. */
  readonly from: string;
  readonly until: string;
  readonly talks: number;
  /** What was noted with the absence; may be empty. */
  readonly note: string;
}

const AWAY = `
select i.id as "interpreterId", trim(i.first_name || ' ' || i.last_name) as "interpreterName",
  to_char(min(t.starts_at at time zone o.time_zone), 'YYYY-MM-DD') as "from",
  to_char(max(t.starts_at at time zone o.time_zone), 'YYYY-MM-DD') as until, count(distinct t.id)::int as talks,
  coalesce(string_agg(distinct nullif(a.reason, ''), ', '), '') as note
from talks t
join offices o on o.id = t.office_id
join interpreters i on i.id = t.interpreter_id
join absences a on a.resource_kind = 3 and a.resource_id = t.interpreter_id
  and a.during && tstzrange(t.starts_at, t.starts_at + make_interval(mins => t.minutes), '[)')
where t.office_id = $1 and t.starts_at > $2
  and t.state in ('planned', 'invited', 'confirmed', 'change-requested')
  and coalesce(t.interpreter_state, 'confirmed') = 'confirmed'
group by i.id order by min(t.starts_at), i.id`;

/** Finds interpreters who have said that they cannot come to talks they had agreed to. */
@Injectable()
export class AwayInterpreters {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** By their first talk. Once the talks go on in another way, nobody is listed. */
  forStaff(officeId: number): Promise<AwayInterpreter[]> {
    return this.database.query<AwayInterpreter>(AWAY, [officeId, this.clock.now()]);
  }
}

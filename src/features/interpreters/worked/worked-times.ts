import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { DomainError } from '../../../platform/errors/domain-error.js';
import { VisitCosts } from '../../tariffs/index.js';

/** Half-open. */
export interface WorkedStretch {
  readonly from: Date;
  readonly until: Date;
}

/** A visit that took place, with the time that was agreed, said and confirmed. */
export interface WorkedVisit {
  readonly visitId: string;
  readonly interpreterId: number;
  readonly interpreterName: string;
  /** Site and town; empty for a visit from afar. */
  readonly place: string;
  /** Numbers of the households at the office. */
  readonly references: readonly string[];
  /** Codes of the languages. */
  readonly languages: readonly string[];
  readonly agreedFrom: Date;
  readonly agreedUntil: Date;
  /** What the interpreter says; null: nothing yet. */
  readonly reportedFrom: Date | null;
  readonly reportedUntil: Date | null;
  readonly note: string;
  /** What counts for billing; null: the office has not looked yet. */
  readonly confirmedFrom: Date | null;
  readonly confirmedUntil: Date | null;
}

const LONGEST_MS = 12 * 3_600_000;

const VISITS = `
select v.id as "visitId", v.interpreter_id as "interpreterId", trim(i.first_name || ' ' || i.last_name) as "interpreterName",
  coalesce(s.name || ', ' || s.town, '') as place, v.starts_at as "agreedFrom", v.ends_at as "agreedUntil",
  array(select distinct h.reference from talks t join households h on h.id = t.household_id
    where t.visit_id = v.id and t.state <> 'cancelled' order by 1) as references,
  array(select distinct t.language from talks t where t.visit_id = v.id and t.state <> 'cancelled' order by 1) as languages,
  w.reported_from as "reportedFrom", w.reported_until as "reportedUntil", coalesce(w.note, '') as note,
  w.confirmed_from as "confirmedFrom", w.confirmed_until as "confirmedUntil"
from visits v
join offices o on o.id = v.office_id
join interpreters i on i.id = v.interpreter_id
left join sites s on s.id = v.site_id
left join worked_times w on w.visit_id = v.id
where v.state = 'confirmed' and v.ends_at <= $1
  -- whatever the zone: so much the index finds without knowing it
  and v.starts_at >= $2::date - 2 and v.starts_at < $2::date + 33
  and v.starts_at >= $2::date::timestamp at time zone o.time_zone
  and v.starts_at < ($2::date + interval '1 month') at time zone o.time_zone`;

/** Actual times of visits: the interpreter says them, the office confirms or corrects them. */
@Injectable()
export class WorkedTimes {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly costs: VisitCosts,
  ) {}

  /** Visits of an interpreter that began in a month `2027-01` and are over, of all offices, by start. */
  ofInterpreter(interpreterId: number, month: string): Promise<WorkedVisit[]> {
    return this.read('v.interpreter_id = $3', month, interpreterId);
  }

  /** The same for everybody who worked for an office. */
  ofOffice(officeId: number, month: string): Promise<WorkedVisit[]> {
    return this.read('v.office_id = $3', month, officeId);
  }

  /**
   * The interpreter says when they began and ended; they may say it again until the office has confirmed,
   * and once after that if they have said nothing yet. Throws
   * `time-wrong` for no or more than twelve hours or the future, `worked-time-closed` for a visit that is not theirs,
   * not over, or confirmed.
   */
  async report(interpreterId: number, visitId: string, stretch: WorkedStretch, note: string): Promise<void> {
    const now = this.assertPossible(stretch);
    await this.write(
      `insert into worked_times as w (visit_id, reported_from, reported_until, note, reported_at)
       select id, $3, $4, $5, $6 from visits
        where id::text = $1 and interpreter_id = $2 and state = 'confirmed' and starts_at <= $6
       on conflict (visit_id) do update set reported_from = excluded.reported_from,
         reported_until = excluded.reported_until, note = excluded.note, reported_at = excluded.reported_at
        where w.confirmed_at is null or w.reported_at is null
       returning visit_id as id`,
      [visitId, interpreterId, stretch.from, stretch.until, note, now],
      new DomainError('worked-time-closed', 'conflict'),
    );
  }

  /** The office says what counts, once or again. Throws `time-wrong`, and `visit-not-found` for another office's. */
  async confirm(officeId: number, visitId: string, stretch: WorkedStretch, actor: string): Promise<void> {
    const now = this.assertPossible(stretch);
    await this.write(
      `insert into worked_times (visit_id, confirmed_from, confirmed_until, confirmed_at, confirmed_by)
       select id, $3, $4, $5, $6 from visits where id::text = $1 and office_id = $2 and starts_at <= $5
       on conflict (visit_id) do update set confirmed_from = excluded.confirmed_from,
         confirmed_until = excluded.confirmed_until, confirmed_at = excluded.confirmed_at,
         confirmed_by = excluded.confirmed_by
       returning visit_id as id`,
      [visitId, officeId, stretch.from, stretch.until, now, actor],
      new DomainError('visit-not-found', 'not-found'),
    );
  }

  /** Writes what one side says, and what the visit costs now. Throws `refusal` when nothing was written. */
  private write(sql: string, parameters: unknown[], refusal: DomainError): Promise<void> {
    return this.database.transaction(async (tx) => {
      const [visit] = await tx.query<{ id: string }[]>(sql, parameters);
      if (!visit) throw refusal;
      await this.costs.price(tx, [visit.id]);
    });
  }

  private assertPossible({ from, until }: WorkedStretch): Date {
    const now = this.clock.now();
    const length = until.getTime() - from.getTime();
    if (length <= 0 || length > LONGEST_MS || until > now) throw new DomainError('time-wrong', 'invalid');
    return now;
  }

  private read(condition: string, month: string, id: number): Promise<WorkedVisit[]> {
    return this.database.query<WorkedVisit>(`${VISITS} and ${condition} order by v.starts_at, v.id`, [
      this.clock.now(),
      `${month}-01`,
      id,
    ]);
  }
}

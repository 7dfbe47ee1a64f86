import { Injectable } from '@nestjs/common';
import type { InterpretingMode } from '../../../scheduling/index.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database, type Tx } from '../../../platform/database/database.js';
import { DomainError } from '../../../platform/errors/domain-error.js';
import { Audit } from '../../audit/index.js';
import { NoticePlanner } from '../../notices/index.js';

/** The time in which an interpreter cannot come, half-open, as one office learned of it. */
export interface DropOutPeriod {
  readonly officeId: number;
  readonly interpreterId: number;
  readonly from: Date;
  readonly until: Date;
}

/** A talk that loses its interpreter; `start` in minutes since 1970. */
export interface DroppedTalk {
  readonly id: string;
  readonly visitId: string | null;
  readonly householdId: number;
  readonly revision: number;
  readonly version: number;
  readonly start: number;
  readonly minutes: number;
  readonly mode: InterpretingMode;
  readonly siteId: number | null;
  readonly town: string;
  /** Local day `YYYY-MM-DD`. */
  readonly day: string;
  /** The household knows of the talk. */
  readonly isTold: boolean;
}

const TALKS = `
select t.id, t.visit_id as "visitId", t.household_id as "householdId", t.revision, t.version,
  extract(epoch from t.starts_at)::float8 / 60 as start, t.minutes, t.interpreter_mode as mode, t.site_id as "siteId",
  case when t.interpreter_mode = 'onsite' then coalesce(s.town, '') else '' end as town,
  to_char(t.starts_at at time zone o.time_zone, 'YYYY-MM-DD') as day, t.state <> 'planned' as "isTold"
from talks t join offices o on o.id = t.office_id left join sites s on s.id = t.site_id
where t.office_id = $1 and t.interpreter_id = $2 and t.starts_at < $4
  and t.starts_at + make_interval(mins => t.minutes) > $3 and t.starts_at > $5
  and t.state in ('planned', 'invited', 'confirmed', 'change-requested')
order by t.starts_at, t.id`;

/** Finds the talks of an interpreter who drops out, and writes down that they cannot come. */
@Injectable()
export class DroppedTalks {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly planner: NoticePlanner,
    private readonly audit: Audit,
  ) {}

  /** Throws `interpreter-unknown` for one that is not on the office's list. */
  async assertOnList({ officeId, interpreterId }: DropOutPeriod): Promise<void> {
    const known = await this.database.query<unknown>(
      'select from office_interpreters where office_id = $1 and interpreter_id = $2',
      [officeId, interpreterId],
    );
    if (known.length === 0) throw new DomainError('interpreter-unknown', 'not-found');
  }

  /** Coming talks that the interpreter has accepted, is asked for, or was booked for, by start. */
  find({ officeId, interpreterId, from, until }: DropOutPeriod, tx?: Tx): Promise<DroppedTalk[]> {
    const parameters = [officeId, interpreterId, from, until, this.clock.now()];
    return tx
      ? tx.query<DroppedTalk[]>(TALKS, parameters)
      : this.database.query<DroppedTalk>(TALKS, parameters);
  }

  /** The absence, unless it is known already, and the entry in the audit. */
  async note(tx: Tx, command: DropOutPeriod & { talkIds: readonly string[]; actor: string }): Promise<void> {
    const { officeId, interpreterId, from, until, talkIds, actor } = command;
    await tx.query(
      `insert into absences (resource_kind, resource_id, during, reason)
       select 3, $1, tstzrange($2, $3, '[)'), 'dropped-out' where not exists (select from absences
         where resource_kind = 3 and resource_id = $1 and during @> tstzrange($2, $3, '[)'))`,
      [interpreterId, from, until],
    );
    await this.audit.record(tx, {
      officeId,
      actor,
      action: 'interpreter-dropped-out',
      subjectKind: 'interpreter',
      subjectId: interpreterId,
      detail: { from: from.toISOString(), until: until.toISOString(), talkIds },
    });
  }

  /** Whoever does not come gives their time back: nothing is due for it. */
  async forgetAgreed(tx: Tx, interpreterId: number, talkIds: readonly string[]): Promise<void> {
    await tx.query('delete from agreed_talks where interpreter_id = $1 and talk_id = any($2)', [
      interpreterId,
      talkIds,
    ]);
  }

  /** The notices to the interpreter for talks that were sure; talks that were booked directly are asked for from now on. */
  async takeLeave(tx: Tx, talkIds: readonly string[]): Promise<void> {
    for (const talkId of talkIds) await this.planner.beforeDropOut(tx, talkId);
    await tx.query(
      `update talks set interpreter_state = 'confirmed' where id = any($1) and interpreter_state is null`,
      [talkIds],
    );
  }
}

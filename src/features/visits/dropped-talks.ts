import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { Audit } from '../audit/index.js';
import { NoticePlanner } from '../notices/index.js';

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
  readonly revision: number;
  readonly start: number;
}

const TALKS = `
select id, revision, extract(epoch from starts_at)::float8 / 60 as start from talks
 where office_id = $1 and interpreter_id = $2 and starts_at < $4 and starts_at + make_interval(mins => minutes) > $3
   and starts_at > $5 and state in ('planned', 'invited', 'confirmed', 'change-requested')
 order by starts_at, id`;

/** Finds the talks of an interpreter who drops out, and writes down that they cannot come. */
@Injectable()
export class DroppedTalks {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly planner: NoticePlanner,
    private readonly audit: Audit,
  ) {}

  /** Coming talks that the interpreter has accepted, is asked for, or was booked for, by start. */
  find({ officeId, interpreterId, from, until }: DropOutPeriod, tx?: Tx): Promise<DroppedTalk[]> {
    const parameters = [officeId, interpreterId, from, until, this.clock.now()];
    return tx
      ? tx.query<DroppedTalk[]>(TALKS, parameters)
      : this.database.query<DroppedTalk>(TALKS, parameters);
  }

  async names(interpreterIds: readonly number[]): Promise<ReadonlyMap<number, string>> {
    const rows = await this.database.query<{ id: number; name: string }>(
      `select id, trim(first_name || ' ' || last_name) as name from interpreters where id = any($1)`,
      [interpreterIds],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  /** The absence, the notices to the interpreter for talks that were sure, and the entry in the audit. */
  async note(
    tx: Tx,
    {
      officeId,
      interpreterId,
      from,
      until,
      talkIds,
      actor,
    }: DropOutPeriod & {
      readonly talkIds: readonly string[];
      readonly actor: string;
    },
  ): Promise<void> {
    await tx.query(
      `insert into absences (resource_kind, resource_id, during, reason) values (3, $1, tstzrange($2, $3, '[)'), 'dropped-out')`,
      [interpreterId, from, until],
    );
    for (const talkId of talkIds) await this.planner.beforeDropOut(tx, talkId);
    await tx.query(
      `update talks set interpreter_state = 'confirmed' where id = any($1) and interpreter_state is null`,
      [talkIds],
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
}

import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { DomainError } from '../../../platform/errors/domain-error.js';
import { joined, type WorkingHours } from './weekly-hours.js';

/** A further time on one day, beside the weekly hours. */
interface ExtraTime {
  readonly id: number;
  readonly from: Date;
  readonly until: Date;
}

/** When an interpreter can work: exactly what planning and booking see. */
export interface InterpreterAvailability {
  /** By weekday and time. */
  readonly hours: readonly WorkingHours[];
  /** Coming ones, by start. */
  readonly extraTimes: readonly ExtraTime[];
}

const MOST_EXTRA_TIMES = 200;

/** Reads and changes when interpreters can work. Talks that they have already stay as they are. */
@Injectable()
export class Availability {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async of(interpreterId: number): Promise<InterpreterAvailability> {
    const [hours, extraTimes] = await Promise.all([
      this.database.query<WorkingHours>(
        `select weekday, to_char(starts, 'HH24:MI') as "from", to_char(ends, 'HH24:MI') as until
           from interpreter_hours where interpreter_id = $1 order by weekday, starts`,
        [interpreterId],
      ),
      this.database.query<ExtraTime>(
        `select id, lower(during) as "from", upper(during) as until from interpreter_extra_times
          where interpreter_id = $1 and upper(during) > $2 order by lower(during), id`,
        [interpreterId, this.clock.now()],
      ),
    ]);
    return { hours, extraTimes };
  }

  /** Replaces the weekly hours. Throws `hours-wrong` for a stretch that ends before it begins. */
  async saveHours(interpreterId: number, hours: readonly WorkingHours[]): Promise<void> {
    if (hours.some(({ from, until }) => from >= until)) throw new DomainError('hours-wrong', 'invalid');
    await this.database.transaction(async (tx) => {
      await tx.query('select from interpreters where id = $1 for update', [interpreterId]);
      await tx.query('delete from interpreter_hours where interpreter_id = $1', [interpreterId]);
      await tx.query(
        `insert into interpreter_hours (interpreter_id, weekday, starts, ends)
         select $1, h.weekday, h."from", h.until
           from jsonb_to_recordset($2::jsonb) as h (weekday smallint, "from" time, until time)`,
        [interpreterId, JSON.stringify(joined(hours))],
      );
    });
  }

  /** Adds a time on one day. Throws `time-wrong` when it is over or has no length, `too-many-times` after 200. */
  async addExtraTime(interpreterId: number, from: Date, until: Date): Promise<void> {
    const now = this.clock.now();
    if (from >= until || until <= now) throw new DomainError('time-wrong', 'invalid');
    const added = await this.database.query<{ id: number }>(
      `insert into interpreter_extra_times (interpreter_id, during)
       select $1, tstzrange($2, $3, '[)')
        where (select count(*) from interpreter_extra_times
                where interpreter_id = $1 and upper(during) > $4) < ${MOST_EXTRA_TIMES}
       returning id`,
      [interpreterId, from, until, now],
    );
    if (added.length === 0) throw new DomainError('too-many-times', 'conflict');
  }

  /** Removing what is gone already changes nothing. */
  async removeExtraTime(interpreterId: number, id: number): Promise<void> {
    await this.database.query('delete from interpreter_extra_times where interpreter_id = $1 and id = $2', [
      interpreterId,
      id,
    ]);
  }
}

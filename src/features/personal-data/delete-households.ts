import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { Audit } from '../audit/index.js';
import { figuresOf } from '../reports/index.js';
import { DELETABLE, WAITING } from './due-households.sql.js';

/** Households of one transaction: few enough for its locks to be short. */
const BATCH = 200;

const FREEZE = `
insert into talk_statistics as kept (office_id, month, dimension, key, talks, held, no_show, cancelled, persons,
  waiting_days, cost_rappen)
select $1::int, figures.* from (${figuresOf('t.office_id = $1::int and t.household_id = any($2::int[])')}) figures
on conflict on constraint talk_statistics_pk do update set talks = kept.talks + excluded.talks,
  held = kept.held + excluded.held, no_show = kept.no_show + excluded.no_show,
  cancelled = kept.cancelled + excluded.cancelled, persons = kept.persons + excluded.persons,
  waiting_days = kept.waiting_days + excluded.waiting_days, cost_rappen = kept.cost_rappen + excluded.cost_rappen`;

const REMEMBER_VISITS = `
insert into deleted_talks as gone (visit_id, talks)
select visit_id, count(*) from talks
where household_id = any($1) and visit_id is not null and state <> 'cancelled' group by visit_id
on conflict on constraint deleted_talks_pk do update set talks = gone.talks + excluded.talks`;

/**
 * Deletes households with all that hangs on them, once the archive has answered; what is counted of their talks is kept
 * without them.
 */
@Injectable()
export class DeleteHouseholds {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** How many may go, and how many stay only until the archive has answered. */
  async count(officeId: number): Promise<{ due: number; waiting: number }> {
    const [row] = await this.database.query<{ due: number; waiting: number }>(
      `select (select count(*)::int ${DELETABLE}) as due, (select count(*)::int ${WAITING}) as waiting`,
      [officeId, this.clock.now()],
    );
    return row ?? { due: 0, waiting: 0 };
  }

  /** Deletes in batches until none is due; each batch is whole or not at all. Returns how many went. */
  async run(officeId: number): Promise<number> {
    for (let deleted = 0; ;) {
      const batch = await this.database.transaction((tx) => this.deleteBatch(tx, officeId));
      deleted += batch;
      if (batch < BATCH) return deleted;
    }
  }

  private async deleteBatch(tx: Tx, officeId: number): Promise<number> {
    const rows = await tx.query<{ id: number }[]>(
      `select h.id ${DELETABLE} order by h.id limit ${BATCH} for update of h skip locked`,
      [officeId, this.clock.now()],
    );
    const ids = rows.map(({ id }) => id);
    if (ids.length === 0) return 0;
    await tx.query(FREEZE, [officeId, ids]);
    await tx.query(REMEMBER_VISITS, [ids]);
    await tx.query(`delete from notices where recipient_kind = 'household' and recipient_id = any($1)`, [
      ids,
    ]);
    await tx.query('delete from households where id = any($1)', [ids]);
    const entry = {
      officeId,
      actor: 'system',
      action: 'household-deleted',
      subjectKind: 'household',
    } as const;
    await this.audit.recordAll(
      tx,
      ids.map((subjectId) => ({ ...entry, subjectId })),
    );
    await tx.query(
      `insert into retention_protocol (office_id, at, class, entries) values ($1, $2, 'households', $3)`,
      [officeId, this.clock.now(), ids.length],
    );
    return ids.length;
  }
}

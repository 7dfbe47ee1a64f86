import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../platform/database/database.js';
import type { Job } from './job.js';

/** What became of the work on one household. */
export type ItemState = 'waiting' | 'done' | 'skipped' | 'failed';

/** One piece of a job: the work on one household. */
export interface JobItem {
  readonly position: number;
  readonly householdId: number;
  readonly state: ItemState;
  /** A stable word for why it was skipped or failed. */
  readonly note: string | null;
  /** What was there before, to take the work back; null when it cannot be. */
  readonly before: Readonly<Record<string, unknown>> | null;
}

/** What the work on one household came to. */
export interface ItemOutcome {
  readonly state: Exclude<ItemState, 'waiting'>;
  readonly note?: string;
  readonly before?: Readonly<Record<string, unknown>>;
}

/** A piece as the page of its job lists it. */
export interface ListedItem extends JobItem {
  readonly name: string;
}

const COLUMNS = 'position, i.household_id as "householdId", i.state, note, before';

/** The pieces of a job, each done or not on its own. */
@Injectable()
export class JobItems {
  constructor(private readonly database: Database) {}

  async add(tx: Tx, job: Pick<Job, 'id' | 'officeId'>, householdIds: readonly number[]): Promise<void> {
    if (householdIds.length === 0) return;
    await tx.query(
      `insert into job_items (job_id, position, office_id, household_id)
       select $1, position, $2, household_id from unnest($3::int[]) with ordinality as each (household_id, position)`,
      [job.id, job.officeId, householdIds],
    );
  }

  /** The pieces in one state, in their order. */
  inState(jobId: string, state: ItemState): Promise<JobItem[]> {
    const sql = `select ${COLUMNS} from job_items i where job_id = $1 and state = $2 order by position`;
    return this.database.query<JobItem>(sql, [jobId, state]);
  }

  /** Whether this worker is the one that does the piece: it is locked until the transaction ends. */
  async take(tx: Tx, jobId: string, position: number): Promise<boolean> {
    const found = await tx.query<unknown[]>(
      `select position from job_items where job_id = $1 and position = $2 and state = 'waiting' for update`,
      [jobId, position],
    );
    return found.length === 1;
  }

  async mark(tx: Tx, jobId: string, position: number, outcome: ItemOutcome): Promise<void> {
    await tx.query(
      'update job_items set state = $3, note = $4, before = $5 where job_id = $1 and position = $2',
      [jobId, position, outcome.state, outcome.note ?? null, outcome.before ?? null],
    );
  }

  /** How many pieces are in which state. */
  async counts(jobId: string): Promise<Record<Exclude<ItemState, 'waiting'>, number>> {
    const rows = await this.database.query<{ state: ItemState; count: number }>(
      'select state, count(*)::int as count from job_items where job_id = $1 group by state',
      [jobId],
    );
    const of = (state: ItemState): number => rows.find((row) => row.state === state)?.count ?? 0;
    return { done: of('done'), skipped: of('skipped'), failed: of('failed') };
  }

  /** What did not go through and still waits first, then the others; names of the contact persons beside them. */
  list(officeId: number, jobId: string, limit: number): Promise<ListedItem[]> {
    return this.database.query<ListedItem>(
      `select ${COLUMNS}, trim(p.first_name || ' ' || p.last_name) as name
         from job_items i join persons p on p.household_id = i.household_id and p.is_contact
        where i.office_id = $1 and i.job_id = $2
        order by array_position(array['failed', 'skipped', 'waiting', 'done'], i.state), position limit $3`,
      [officeId, jobId, limit],
    );
  }
}

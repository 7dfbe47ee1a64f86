import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { DeleteHouseholds } from './delete-households.js';
import { type RetentionClass, retentionClasses } from './retention-classes.js';

/** What went of one class of data, or would go. */
export interface RetentionLine {
  readonly name: string;
  readonly kept: string;
  readonly entries: number;
  /** How many would go if the archive had answered; missing where it is not asked. */
  readonly waiting?: number;
}

const BATCH = 5000;
const HOUSEHOLDS_KEPT = 'people and their talks: 24 months after the last event, or as the office says';

/** Deletes what no purpose needs any more, and writes down how much. What was done once is not done again. */
@Injectable()
export class Retention {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly households: DeleteHouseholds,
  ) {}

  /** With `dryRun` nothing is changed. Any number may run at once: rows that another one holds are left to it. */
  async run({ dryRun }: { readonly dryRun: boolean }): Promise<readonly RetentionLine[]> {
    const offices = await this.database.query<{ id: number }>('select id from offices order by id');
    const people = { name: 'households', kept: HOUSEHOLDS_KEPT, entries: 0, waiting: 0 };
    for (const { id } of offices) {
      const { due, waiting } = await this.households.count(id);
      people.entries += dryRun ? due : await this.households.run(id);
      people.waiting += waiting;
    }
    const lines: RetentionLine[] = [people];
    for (const each of retentionClasses) {
      const entries = await (dryRun ? this.countDue(each) : this.clear(each));
      lines.push({ name: each.name, kept: each.kept, entries });
    }
    return lines;
  }

  private async countDue({ table, due }: RetentionClass): Promise<number> {
    const [row] = await this.database.query<{ due: number }>(
      `select count(*)::int as due from ${table} t where ${due}`,
      [this.clock.now()],
    );
    return row?.due ?? 0;
  }

  private async clear(each: RetentionClass): Promise<number> {
    for (let cleared = 0; ;) {
      const batch = await this.clearBatch(each);
      cleared += batch;
      if (batch < BATCH) return cleared;
    }
  }

  /** Rows and the line in the protocol go together. */
  private clearBatch({ name, table, due, emptied }: RetentionClass): Promise<number> {
    const picked = `ctid = any(array(select t.ctid from ${table} t where ${due} limit ${BATCH} for update skip locked))`;
    const change = emptied
      ? `update ${table} set ${emptied.map((column) => `${column} = null`).join(', ')} where ${picked}`
      : `delete from ${table} where ${picked}`;
    return this.database.transaction(async (tx) => {
      const [row] = await tx.query<{ entries: number }[]>(
        `with gone as (${change} returning 1) select count(*)::int as entries from gone`,
        [this.clock.now()],
      );
      const entries = row?.entries ?? 0;
      if (entries > 0) {
        await tx.query('insert into retention_protocol (at, class, entries) values ($1, $2, $3)', [
          this.clock.now(),
          name,
          entries,
        ]);
      }
      return entries;
    });
  }
}

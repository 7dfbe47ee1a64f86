import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { Audit } from '../audit/index.js';
import { openedContact } from '../contacts/index.js';
import { type HouseholdTable, householdTables } from './household-tables.js';

type Row = Readonly<Record<string, unknown>>;

/** Everything that is kept about a household, table by table. */
export interface HouseholdExport {
  readonly exportedAt: string;
  readonly householdId: number;
  readonly reference: string;
  readonly tables: Readonly<Record<string, readonly Row[]>>;
}

/** Gives people what is kept about them; that it was given is recorded. */
@Injectable()
export class ExportHousehold {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /**
   * @param wanted the office's number of the household, or its id
   * Throws `household-not-found`.
   */
  async run(officeId: number, wanted: string, actor: string): Promise<HouseholdExport> {
    const [household] = await this.database.query<{ id: number; reference: string }>(
      `select id, reference from households where office_id = $1 and (reference = $2 or id::text = $2)
       order by reference = $2 desc limit 1`,
      [officeId, wanted],
    );
    if (!household) throw new DomainError('household-not-found', 'not-found');
    return this.database.snapshot(async (tx) => {
      // first, so that it stands in what is given
      await this.audit.record(tx, {
        officeId,
        actor,
        action: 'household-exported',
        subjectKind: 'household',
        subjectId: household.id,
      });
      return this.inside(tx, household);
    });
  }

  /** The same in a transaction that records it itself. */
  async inside(
    tx: Tx,
    { id, reference }: { readonly id: number; readonly reference: string },
  ): Promise<HouseholdExport> {
    const tables: Record<string, readonly Row[]> = {};
    for (const each of householdTables)
      tables[each.table] = (await tx.query<{ row: Row }[]>(...query(each, id))).map(({ row }) =>
        readable(each, row),
      );
    return { exportedAt: this.clock.now().toISOString(), householdId: id, reference, tables };
  }
}

/** Contact data is sealed where it lies. */
function readable({ table }: HouseholdTable, row: Row): Row {
  const isSealed = table === 'households' || table === 'persons';
  return isSealed ? openedContact(table, row['id'] as number, row) : row;
}

function query({ table, rows, left = [] }: HouseholdTable, id: number): [string, unknown[]] {
  return [
    `select to_jsonb(t) - $2::text[] as row from ${table} t where ${rows.replaceAll('$1', '$1::int')}`,
    [id, left],
  ];
}

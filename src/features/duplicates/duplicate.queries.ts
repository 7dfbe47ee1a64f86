import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** Two households with somebody of the same name and birth date in both. */
export interface DuplicatePair {
  /** The one that was there first. */
  readonly firstId: number;
  readonly firstReference: string;
  readonly secondId: number;
  readonly secondReference: string;
  readonly name: string;
  readonly born: string;
}

/** What hangs on a household, and would move with it. */
export interface HangsOn {
  readonly talks: number;
  readonly notices: number;
}

/** Finds households that may be the same people. */
@Injectable()
export class DuplicateQueries {
  constructor(private readonly database: Database) {}

  /** Pairs that nobody has merged or noted as different people, the newest first. */
  pairs(officeId: number, limit: number): Promise<DuplicatePair[]> {
    return this.database.query<DuplicatePair>(
      `select distinct on (a.household_id, b.household_id)
              a.household_id as "firstId", first.reference as "firstReference",
              b.household_id as "secondId", second.reference as "secondReference",
              trim(b.first_name || ' ' || b.last_name) as name, b.born
         from persons a
         join persons b on b.office_id = a.office_id and lower(b.last_name) = lower(a.last_name)
          and lower(b.first_name) = lower(a.first_name) and b.born = a.born and b.household_id > a.household_id
         join households first on first.id = a.household_id and first.merged_into is null
         join households second on second.id = b.household_id and second.merged_into is null
        where a.office_id = $1 and a.born is not null
          and not exists (select from distinct_households d where d.one = a.household_id and d.other = b.household_id)
        order by b.household_id desc, a.household_id limit $2`,
      [officeId, limit],
    );
  }

  async hangsOn(officeId: number, householdId: number): Promise<HangsOn> {
    const [row] = await this.database.query<HangsOn>(
      `select (select count(*)::int from talks where office_id = $1 and household_id = $2) as talks,
              (select count(*)::int from notices where office_id = $1 and recipient_kind = 'household'
                and recipient_id = $2) as notices`,
      [officeId, householdId],
    );
    return row ?? { talks: 0, notices: 0 };
  }
}

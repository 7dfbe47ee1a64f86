import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../platform/database/database.js';
import { type TariffRow, type TariffVersion, versionOf } from './tariff-version.js';

const VERSION = `
select code, name, to_char(valid_from, 'YYYY-MM-DD') as "validFrom", to_char(valid_until, 'YYYY-MM-DD') as "validUntil",
       source, rules, travel_rappen as travel,
       case when hourly_rappen is not null then jsonb_build_object('hourly', hourly_rappen,
         'minMinutes', minimum_minutes, 'stepMinutes', step_minutes) end as onsite,
       case when remote_hourly_rappen is not null then jsonb_build_object('hourly', remote_hourly_rappen,
         'minMinutes', remote_minimum_minutes, 'stepMinutes', remote_step_minutes) end as remote
  from tariffs`;

/** A version that the office entered itself, in the caller's transaction; undefined: it has no such version. */
export async function ownTariffVersion(
  tx: Tx,
  { officeId, id }: Readonly<Record<'officeId' | 'id', number>>,
): Promise<TariffVersion | undefined> {
  const [row] = await tx.query<TariffRow[]>(`${VERSION} where office_id = $1 and id = $2`, [officeId, id]);
  return row && versionOf(row);
}

/** Reads the versions of tariffs. */
@Injectable()
export class TariffQueries {
  constructor(private readonly database: Database) {}

  /** The version by which a visit on this local date `YYYY-MM-DD` is paid; undefined: there is none. */
  async on(code: string, day: string, tx?: Tx): Promise<TariffVersion | undefined> {
    const sql = `${VERSION} where code = $1 and valid_from <= $2::date order by valid_from desc limit 1`;
    const [row] = tx
      ? await tx.query<TariffRow[]>(sql, [code, day])
      : await this.database.query<TariffRow>(sql, [code, day]);
    if (!row || (row.validUntil !== null && row.validUntil < day)) return undefined;
    return versionOf(row);
  }

  /** Every version that an office entered, or by which its interpreters are paid, by name and date. */
  async ofOffice(officeId: number): Promise<TariffVersion[]> {
    const rows = await this.database.query<TariffRow>(
      `${VERSION}
        where office_id = $1 or code in (select tariff_code from interpreters i
                         join office_interpreters o on o.interpreter_id = i.id where o.office_id = $1)
        order by name, code, valid_from`,
      [officeId],
    );
    return rows.map(versionOf);
  }
}

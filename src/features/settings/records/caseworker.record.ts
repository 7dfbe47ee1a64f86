import type { Tx } from '../../../platform/database/database.js';
import type { SettingsRecord, WeekHours } from '../settings-record.js';

/** Somebody who leads talks. */
export interface CaseworkerSettings {
  readonly name: string;
  readonly email: string;
  readonly maxTalksPerDay: number;
  /** Best first; levels 1 some, 2 good, 3 very good. */
  readonly languages: readonly { readonly language: string; readonly level: number }[];
  /** Working hours by site. */
  readonly hours: readonly (WeekHours & { readonly siteId: number })[];
  /** The staff account with which they sign in. */
  readonly accountId: number | null;
  readonly active: boolean;
}

/** Caseworkers with languages and working hours; one who left keeps the talks of the past. */
export const caseworkerRecord: SettingsRecord<CaseworkerSettings> = {
  kind: 'caseworker',
  personal: ['email'],
  async load(tx, { officeId, id }) {
    const [found] = await tx.query<CaseworkerSettings[]>(
      `select c.name, c.email, c.max_talks_per_day as "maxTalksPerDay",
              coalesce((select jsonb_agg(jsonb_build_object('language', language, 'level', level)
                  order by level desc, language) from caseworker_languages where caseworker_id = c.id), '[]') as languages,
              coalesce((select jsonb_agg(jsonb_build_object('siteId', site_id, 'weekday', weekday,
                  'from', left(starts::text, 5), 'until', left(ends::text, 5)) order by site_id, weekday, starts)
                from caseworker_hours where caseworker_id = c.id), '[]') as hours,
              (select min(id) from staff_users where caseworker_id = c.id) as "accountId", c.active
         from caseworkers c where c.office_id = $1 and c.id = $2`,
      [officeId, id],
    );
    return found;
  },
  async create(tx, { officeId }, values) {
    const [row] = await tx.query<{ id: number }[]>(
      `insert into caseworkers (office_id, name, email, max_talks_per_day, active)
       values ($1, $2, $3, $4, $5) returning id`,
      [officeId, values.name, values.email, values.maxTalksPerDay, values.active],
    );
    await saveParts(tx, { officeId, id: row?.id ?? 0 }, values);
    return row?.id ?? 0;
  },
  async replace(tx, scope, values) {
    await tx.query(
      `update caseworkers set name = $3, email = $4, max_talks_per_day = $5, active = $6
        where office_id = $1 and id = $2`,
      [scope.officeId, scope.id, values.name, values.email, values.maxTalksPerDay, values.active],
    );
    await saveParts(tx, scope, values);
  },
};

type Whose = Readonly<Record<'officeId' | 'id', number>>;

async function saveParts(tx: Tx, { officeId, id }: Whose, values: CaseworkerSettings): Promise<void> {
  await tx.query('delete from caseworker_languages where caseworker_id = $1', [id]);
  await tx.query(
    `insert into caseworker_languages (caseworker_id, language, level)
     select $1, language, level from jsonb_to_recordset($2::jsonb) as l (language text, level int)`,
    [id, JSON.stringify(values.languages)],
  );
  await tx.query('delete from caseworker_hours where caseworker_id = $1', [id]);
  await tx.query(
    `insert into caseworker_hours (caseworker_id, site_id, weekday, starts, ends)
     select $1, s.id, h.weekday, h."from"::time, h.until::time
       from jsonb_to_recordset($3::jsonb) as h ("siteId" int, weekday int, "from" text, until text)
       join sites s on s.id = h."siteId" and s.office_id = $2`,
    [id, officeId, JSON.stringify(values.hours)],
  );
  await tx.query(
    `update staff_users set caseworker_id = case when id = $3 then $2 end
      where office_id = $1 and (id = $3 or caseworker_id = $2)`,
    [officeId, id, values.accountId],
  );
}

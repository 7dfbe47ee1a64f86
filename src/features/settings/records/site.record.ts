import type { Tx } from '../../../platform/database/database.js';
import type { SettingsRecord, WeekHours } from '../settings-record.js';

/** A place where talks are held. */
export interface SiteSettings {
  readonly name: string;
  readonly street: string;
  readonly postcode: string;
  readonly town: string;
  /** The way there by language code; languages without words are left out. */
  readonly accessText: Readonly<Record<string, string>>;
  readonly lift: boolean;
  /** Opening hours. */
  readonly hours: readonly WeekHours[];
  readonly active: boolean;
}

/** Sites with their opening hours; one out of use keeps its talks in the past. */
export const siteRecord: SettingsRecord<SiteSettings> = {
  kind: 'site',
  personal: [],
  async load(tx, { officeId, id }) {
    const [found] = await tx.query<SiteSettings[]>(
      `select s.name, s.street, s.postcode, s.town, s.access_text as "accessText", s.lift,
              coalesce((select jsonb_agg(jsonb_build_object('weekday', h.weekday, 'from', left(h.opens::text, 5),
                  'until', left(h.closes::text, 5)) order by h.weekday, h.opens)
                from site_hours h where h.site_id = s.id), '[]') as hours,
              s.active
         from sites s where s.office_id = $1 and s.id = $2`,
      [officeId, id],
    );
    return found;
  },
  async create(tx, { officeId }, values) {
    const [row] = await tx.query<{ id: number }[]>(
      `insert into sites (office_id, name, street, postcode, town, access_text, lift, active)
       values ($1, $2, $3, $4, $5, $6, $7, $8) returning id`,
      [officeId, ...columnsOf(values)],
    );
    await saveHours(tx, row?.id ?? 0, values.hours);
    return row?.id ?? 0;
  },
  async replace(tx, { officeId, id }, values) {
    await tx.query(
      `update sites set name = $3, street = $4, postcode = $5, town = $6, access_text = $7, lift = $8, active = $9
        where office_id = $1 and id = $2`,
      [officeId, id, ...columnsOf(values)],
    );
    await saveHours(tx, id, values.hours);
  },
};

function columnsOf({ name, street, postcode, town, accessText, lift, active }: SiteSettings): unknown[] {
  return [name, street, postcode, town, JSON.stringify(accessText), lift, active];
}

async function saveHours(tx: Tx, siteId: number, hours: readonly WeekHours[]): Promise<void> {
  await tx.query('delete from site_hours where site_id = $1', [siteId]);
  await tx.query(
    `insert into site_hours (site_id, weekday, opens, closes)
     select $1, h.weekday, h."from"::time, h.until::time
       from jsonb_to_recordset($2::jsonb) as h (weekday int, "from" text, until text)`,
    [siteId, JSON.stringify(hours)],
  );
}

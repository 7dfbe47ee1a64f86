import { DomainError } from '../../../platform/errors/domain-error.js';
import type { SettingsRecord } from '../settings-record.js';

/** A day, or part of one, on which a site is closed. Times are wall clock; both are null for the whole day. */
export interface ClosingSettings {
  readonly siteId: number;
  /** Local date. */
  readonly day: string;
  readonly from: string | null;
  readonly until: string | null;
  readonly name: string;
  readonly source: 'holiday' | 'manual';
}

/** Closing days and half days. */
export const closingRecord: SettingsRecord<ClosingSettings> = {
  kind: 'closing',
  personal: [],
  async load(tx, { officeId, id }) {
    const [found] = await tx.query<ClosingSettings[]>(
      `select c.site_id as "siteId", c.day::text as day, left(c.closes_from::text, 5) as "from",
              left(c.closes_until::text, 5) as until, c.name, c.source
         from site_closings c join sites s on s.id = c.site_id where s.office_id = $1 and c.id = $2`,
      [officeId, id],
    );
    return found;
  },
  async create(tx, { officeId }, { siteId, day, from, until, name, source }) {
    const [row] = await tx.query<{ id: number }[]>(
      `insert into site_closings (site_id, day, closes_from, closes_until, name, source)
       select s.id, $3, $4, $5, $6, $7 from sites s where s.office_id = $1 and s.id = $2
       on conflict on constraint site_closings_day_uq do update set closes_until = excluded.closes_until,
         name = excluded.name, source = excluded.source
       returning id`,
      [officeId, siteId, day, from, until, name, source],
    );
    if (!row) throw new DomainError('not-found', 'not-found');
    return row.id;
  },
  replace() {
    return Promise.reject(new DomainError('not-found', 'not-found'));
  },
  async remove(tx, { id }) {
    await tx.query('delete from site_closings where id = $1', [id]);
  },
};

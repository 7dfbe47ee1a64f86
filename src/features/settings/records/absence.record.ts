import { DomainError } from '../../../platform/errors/domain-error.js';
import type { SettingsRecord } from '../settings-record.js';

/** A time in which a caseworker or a room is not there, half-open. */
export interface AbsenceSettings {
  readonly kind: 'room' | 'caseworker';
  readonly resourceId: number;
  /** ISO instants; `until` null has no end yet. */
  readonly from: string;
  readonly until: string | null;
  readonly reason: string;
}

const KINDS = { room: 1, caseworker: 2 } as const;

/** An absence without an end lasts until this day: PostgreSQL wants both ends of the range. */
const NO_END = '9999-12-31T00:00:00Z';

const iso = (instant: string): string =>
  `to_char(${instant} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

const OWN = `
  (a.resource_kind = 1 and exists (select from rooms r join sites s on s.id = r.site_id
     where r.id = a.resource_id and s.office_id = $1)
   or a.resource_kind = 2 and exists (select from caseworkers c where c.id = a.resource_id and c.office_id = $1))`;

/** Absences of caseworkers and closures of rooms. */
export const absenceRecord: SettingsRecord<AbsenceSettings> = {
  kind: 'absence',
  personal: ['reason'],
  async load(tx, { officeId, id }) {
    const [found] = await tx.query<AbsenceSettings[]>(
      `select case a.resource_kind when 1 then 'room' else 'caseworker' end as kind, a.resource_id as "resourceId",
              ${iso('lower(a.during)')} as "from", ${iso('nullif(upper(a.during), $3::timestamptz)')} as until, a.reason
         from absences a where a.id = $2 and ${OWN}`,
      [officeId, id, NO_END],
    );
    return found;
  },
  async create(tx, { officeId }, { kind, resourceId, from, until, reason }) {
    const [row] = await tx.query<{ id: number }[]>(
      `insert into absences (resource_kind, resource_id, during, reason)
       select a.resource_kind, a.resource_id, tstzrange($4, $5, '[)'), $6
         from (select $2::smallint as resource_kind, $3::int as resource_id) a where ${OWN} returning id`,
      [officeId, KINDS[kind], resourceId, from, until ?? NO_END, reason],
    );
    if (!row) throw new DomainError('not-found', 'not-found');
    return row.id;
  },
  replace() {
    return Promise.reject(new DomainError('not-found', 'not-found'));
  },
  async remove(tx, { id }) {
    await tx.query('delete from absences where id = $1', [id]);
  },
};

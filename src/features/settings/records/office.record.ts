import { DomainError } from '../../../platform/errors/domain-error.js';
import type { SettingsRecord } from '../settings-record.js';

/** How the office presents itself from today on, and where it is. */
export interface OfficeSettings {
  readonly name: string;
  readonly addressLines: readonly string[];
  readonly phone: string;
  readonly phoneHours: string;
  /** Stands in messages, and answers to them go there. */
  readonly email: string;
  readonly website: string | null;
  /** Abbreviation such as `BL`; chooses the holidays. */
  readonly canton: string;
  /** IANA name. */
  readonly timeZone: string;
}

/** The office itself. Its profile is dated: what it was called stays with what was sent in that time. */
export const officeRecord: SettingsRecord<OfficeSettings> = {
  kind: 'office',
  personal: [],
  changesPrices: true,
  async load(tx, { officeId, today }) {
    const [found] = await tx.query<OfficeSettings[]>(
      `select p.name, p.address_lines as "addressLines", p.phone, p.phone_hours as "phoneHours", p.email, p.website,
              o.canton, o.time_zone as "timeZone"
         from offices o join office_profiles p on p.office_id = o.id where o.id = $1
        order by p.valid_from <= $2::date desc, case when p.valid_from <= $2::date then p.valid_from end desc, p.valid_from
        limit 1`,
      [officeId, today],
    );
    return found;
  },
  create() {
    return Promise.reject(new DomainError('not-found', 'not-found'));
  },
  async replace(tx, { officeId, today }, values) {
    await tx.query('update offices set canton = $2, time_zone = $3 where id = $1', [
      officeId,
      values.canton,
      values.timeZone,
    ]);
    await tx.query(
      `insert into office_profiles (office_id, valid_from, name, address_lines, phone, phone_hours, email, website)
       values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (office_id, valid_from) do update set name = excluded.name, address_lines = excluded.address_lines,
         phone = excluded.phone, phone_hours = excluded.phone_hours, email = excluded.email, website = excluded.website`,
      [
        officeId,
        today,
        values.name,
        values.addressLines,
        values.phone,
        values.phoneHours,
        values.email,
        values.website,
      ],
    );
  },
};

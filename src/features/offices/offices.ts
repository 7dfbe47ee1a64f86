import { Injectable } from '@nestjs/common';
import { DomainError } from '../../platform/errors/domain-error.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { type OfficePolicies, OfficePoliciesSchema } from './policies.js';

/** A tenant: a canton's or a municipality's office. */
export interface Office {
  readonly id: number;
  readonly slug: string;
  /** IANA zone in which opening hours and dates are meant. */
  readonly timeZone: string;
  /** Abbreviation such as `BL`; chooses the holiday calendar. */
  readonly canton: string;
  readonly policies: OfficePolicies;
}

/** How the office presents itself from a day on; offices get renamed and move. */
export interface OfficeProfile {
  readonly name: string;
  readonly addressLines: readonly string[];
  readonly phone: string;
  readonly phoneHours: string;
  readonly email: string;
  readonly website: string | null;
}

interface OfficeRow {
  readonly id: number;
  readonly slug: string;
  readonly timeZone: string;
  readonly canton: string;
  readonly policies: unknown;
}

const OFFICE = `select id, slug, time_zone as "timeZone", canton, policies from offices`;

/** Reads offices, their policies with defaults filled in, and their dated profiles. */
@Injectable()
export class Offices {
  constructor(private readonly database: Database) {}

  /** In the caller's transaction when there is one. Throws `office-unknown` when there is none. */
  async get(officeId: number, tx?: Tx): Promise<Office> {
    const sql = `${OFFICE} where id = $1`;
    return this.one(
      await (tx ? tx.query<OfficeRow[]>(sql, [officeId]) : this.database.query<OfficeRow>(sql, [officeId])),
    );
  }

  async bySlug(slug: string): Promise<Office> {
    return this.one(await this.database.query<OfficeRow>(`${OFFICE} where slug = $1`, [slug]));
  }

  async all(): Promise<Office[]> {
    const rows = await this.database.query<OfficeRow>(`${OFFICE} order by id`);
    return rows.map(withPolicies);
  }

  /** The profile valid on a local date `YYYY-MM-DD`; before the first one, the first one. */
  async profileOn(officeId: number, day: string): Promise<OfficeProfile> {
    const [profile] = await this.database.query<OfficeProfile>(
      `select name, address_lines as "addressLines", phone, phone_hours as "phoneHours", email, website
         from office_profiles where office_id = $1
        order by valid_from <= $2::date desc, case when valid_from <= $2::date then valid_from end desc, valid_from
        limit 1`,
      [officeId, day],
    );
    if (!profile) throw new DomainError('office-unknown', 'not-found', { officeId });
    return profile;
  }

  private one(rows: readonly OfficeRow[]): Office {
    const [row] = rows;
    if (!row) throw new DomainError('office-unknown', 'not-found');
    return withPolicies(row);
  }
}

function withPolicies(row: OfficeRow): Office {
  return { ...row, policies: OfficePoliciesSchema.parse(row.policies) };
}

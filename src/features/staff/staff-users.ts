import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database, violatedConstraint } from '../../platform/database/database.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { hashPassword } from './passwords.js';
import type { Role } from './role.js';

/** What is needed to add a staff member. */
export interface NewStaffUser {
  readonly officeId: number;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly password: string;
  readonly locale?: string;
  readonly caseworkerId?: number | null;
  /** The account opens nothing from then on. */
  readonly endsAt?: Date;
}

/** What signing in has to know of an account. */
export interface StaffAccount {
  readonly id: number;
  readonly officeId: number;
  readonly passwordHash: string;
}

/** The people who may sign in. E-mail addresses are unique over all offices, whatever their case. */
@Injectable()
export class StaffUsers {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `email-taken` */
  async create(user: NewStaffUser): Promise<number> {
    const passwordHash = await hashPassword(user.password);
    try {
      const rows = await this.database.query<{ id: number }>(
        `insert into staff_users (office_id, email, name, role, password_hash, locale, caseworker_id,
           ends_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8) returning id`,
        [
          user.officeId,
          user.email.trim(),
          user.name,
          user.role,
          passwordHash,
          user.locale ?? 'de',
          user.caseworkerId ?? null,
          user.endsAt ?? null,
        ],
      );
      return Number(rows[0]?.id);
    } catch (cause) {
      if (violatedConstraint(cause) !== 'staff_users_email_uq') throw cause;
      throw new DomainError('email-taken', 'conflict', { email: user.email });
    }
  }

  /** The active account with this address. */
  async activeByEmail(email: string): Promise<StaffAccount | undefined> {
    const rows = await this.database.query<StaffAccount>(
      `select id, office_id as "officeId", password_hash as "passwordHash"
       from staff_users where lower(email) = lower($1) and active and (ends_at is null or ends_at > $2)`,
      [email.trim(), this.clock.now()],
    );
    return rows[0];
  }

  /** Names of all staff of an office by id, those who left included: history names them. */
  async names(officeId: number): Promise<ReadonlyMap<number, string>> {
    const rows = await this.database.query<{ id: number; name: string }>(
      'select id, name from staff_users where office_id = $1',
      [officeId],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  async changeLocale(userId: number, locale: string): Promise<void> {
    await this.database.query('update staff_users set locale = $2 where id = $1', [userId, locale]);
  }
}

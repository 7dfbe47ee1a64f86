import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { Database, type Tx, violatedConstraint } from '../../../platform/database/database.js';
import { DomainError } from '../../../platform/errors/domain-error.js';
import { Audit } from '../../audit/index.js';
import { generatedPassword, hashPassword } from '../passwords.js';

/** A request is forgotten after so long. */
const OPEN_HOURS = 24;

/** One administrator asks that an account be recovered. */
export interface Recovery {
  readonly id: number;
  readonly userId: number;
  readonly userName: string;
  readonly reason: string;
  readonly askedBy: number;
  readonly askerName: string;
  readonly askedAt: Date;
}

interface Asking {
  readonly officeId: number;
  /** The administrator. */
  readonly staffId: number;
}

/**
 * Gives an account back to a person who lost password and second factor, by four eyes: one administrator asks, another
 * approves, and neither does so for themselves. All ways in are closed and a new password is shown once.
 */
@Injectable()
export class Recoveries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** Requests of the last day that nobody approved. */
  open(officeId: number): Promise<Recovery[]> {
    return this.database.query<Recovery>(
      `select r.id, r.user_id as "userId", u.name as "userName", r.reason, r.asked_by as "askedBy",
              a.name as "askerName", r.asked_at as "askedAt"
         from staff_recoveries r join staff_users u on u.id = r.user_id join staff_users a on a.id = r.asked_by
        where r.office_id = $1 and r.approved_at is null and r.asked_at > $2::timestamptz - make_interval(hours => $3)
        order by r.id`,
      [officeId, this.clock.now(), OPEN_HOURS],
    );
  }

  /** Accounts that could be asked for: all active ones but one's own. */
  candidates({ officeId, staffId }: Asking): Promise<{ id: number; name: string; email: string }[]> {
    return this.database.query(
      'select id, name, email from staff_users where office_id = $1 and active and id <> $2 order by name, id',
      [officeId, staffId],
    );
  }

  /** @throws DomainError `not-found` for an account of another office, `recovery-own` for one's own */
  async ask({ officeId, staffId }: Asking, userId: number, reason: string): Promise<void> {
    if (userId === staffId) throw new DomainError('recovery-own', 'forbidden');
    await this.database.transaction(async (tx) => {
      const [account] = await tx.query<unknown[]>(
        'select from staff_users where office_id = $1 and id = $2 and active',
        [officeId, userId],
      );
      if (!account) throw new DomainError('not-found', 'not-found');
      // a newer request takes the place of one that nobody approved
      await tx.query('delete from staff_recoveries where user_id = $1 and approved_at is null', [userId]);
      await tx.query(
        `insert into staff_recoveries (office_id, user_id, reason, asked_by, asked_at) values ($1, $2, $3, $4, $5)`,
        [officeId, userId, reason, staffId, this.clock.now()],
      );
      await this.record(tx, { officeId, staffId }, 'recovery-asked', userId);
    });
  }

  /** The new password. @throws DomainError `not-found`, `recovery-four-eyes` for whoever asked or is recovered */
  async approve({ officeId, staffId }: Asking, id: number): Promise<string> {
    const password = generatedPassword();
    const hash = await hashPassword(password);
    try {
      await this.database.transaction(async (tx) => {
        const [rows] = await tx.query<[{ userId: number }[], number]>(
          `update staff_recoveries set approved_by = $3, approved_at = $4
            where office_id = $1 and id = $2 and approved_at is null
              and asked_at > $4::timestamptz - make_interval(hours => $5) returning user_id as "userId"`,
          [officeId, id, staffId, this.clock.now(), OPEN_HOURS],
        );
        const userId = rows[0]?.userId;
        if (userId === undefined) throw new DomainError('not-found', 'not-found');
        await tx.query('update staff_users set password_hash = $2 where id = $1', [userId, hash]);
        for (const table of WAYS_IN) await tx.query(`delete from ${table} where user_id = $1`, [userId]);
        await this.record(tx, { officeId, staffId }, 'recovery-approved', userId);
      });
    } catch (cause) {
      if (violatedConstraint(cause) !== 'staff_recoveries_four_eyes_ck') throw cause;
      throw new DomainError('recovery-four-eyes', 'forbidden');
    }
    return password;
  }

  private record(tx: Tx, { officeId, staffId }: Asking, action: string, userId: number): Promise<void> {
    const actor = `staff:${staffId}`;
    return this.audit.record(tx, { officeId, actor, action, subjectKind: 'account', subjectId: userId });
  }
}

/** Everything that opens an account beside its password. */
const WAYS_IN = [
  'staff_sessions',
  'staff_second_factors',
  'staff_recovery_codes',
  'staff_passkeys',
  'staff_identities',
] as const;

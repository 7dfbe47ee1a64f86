import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { Database, violatedConstraint } from '../../../platform/database/database.js';
import { DomainError } from '../../../platform/errors/domain-error.js';
import { Audit } from '../../audit/index.js';
import type { StaffAccount } from '../staff-users.js';
import type { Identity } from './identity-provider.js';

interface Owner {
  readonly id: number;
  readonly officeId: number;
}

/** Which account an identity of a provider opens: only one that its owner bound to it while signed in. */
@Injectable()
export class StaffIdentities {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** The active account that is bound to this issuer and subject. */
  async accountOf({ issuer, subject }: Identity): Promise<(StaffAccount & { email: string }) | undefined> {
    const [row] = await this.database.query<StaffAccount & { email: string }>(
      `select u.id, u.office_id as "officeId", u.password_hash as "passwordHash", u.email
         from staff_identities i join staff_users u on u.id = i.user_id
        where i.issuer = $1 and i.subject = $2 and u.active`,
      [issuer, subject],
    );
    return row;
  }

  /** Whether the account is bound to an identity. */
  async isBound(userId: number): Promise<boolean> {
    const rows = await this.database.query('select from staff_identities where user_id = $1', [userId]);
    return rows.length > 0;
  }

  /** Binds it; an identity that the account had before opens it no longer. @throws DomainError `identity-taken` */
  async bind({ id, officeId }: Owner, { issuer, subject }: Identity): Promise<void> {
    try {
      await this.database.transaction(async (tx) => {
        await tx.query('delete from staff_identities where user_id = $1', [id]);
        await tx.query(
          `insert into staff_identities (office_id, user_id, issuer, subject, bound_at) values ($1, $2, $3, $4, $5)`,
          [officeId, id, issuer, subject, this.clock.now()],
        );
        await this.audit.record(tx, entry(id, officeId, 'identity-bound'));
      });
    } catch (cause) {
      if (violatedConstraint(cause) !== 'staff_identities_pk') throw cause;
      throw new DomainError('identity-taken', 'conflict');
    }
  }

  async remove({ id, officeId }: Owner): Promise<void> {
    await this.database.transaction(async (tx) => {
      await tx.query('delete from staff_identities where user_id = $1', [id]);
      await this.audit.record(tx, entry(id, officeId, 'identity-removed'));
    });
  }
}

function entry(id: number, officeId: number, action: string): Parameters<Audit['record']>[1] {
  return { officeId, actor: `staff:${id}`, action, subjectKind: 'staff-user', subjectId: id };
}

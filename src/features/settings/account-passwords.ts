import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { Audit } from '../audit/index.js';
import { generatedPassword, hashPassword, StaffUsers } from '../staff/index.js';
import type { AccountSettings } from './records/account.record.js';

interface Whose {
  readonly officeId: number;
  readonly actor: string;
}

/** Accounts and their passwords, which are made here and shown once: nobody chooses or mails one. */
@Injectable()
export class AccountPasswords {
  constructor(
    private readonly database: Database,
    private readonly users: StaffUsers,
    private readonly audit: Audit,
  ) {}

  /** Opens an account; answers with its password. Throws `email-taken`. */
  async open({ officeId, actor }: Whose, account: AccountSettings): Promise<string> {
    const password = generatedPassword();
    const id = await this.users.create({ officeId, ...account, password });
    const subject = { subjectKind: 'account', subjectId: id };
    await this.database.transaction(async (tx) => {
      await tx.query('update staff_users set municipality_bfs = $2 where id = $1', [
        id,
        account.municipalityBfs,
      ]);
      await this.audit.record(tx, { officeId, actor, action: 'account-created', ...subject });
    });
    return password;
  }

  /** Gives an account another password and signs it out; answers with the password. Throws `not-found`. */
  async renew({ officeId, actor }: Whose, id: number): Promise<string> {
    const password = generatedPassword();
    const hash = await hashPassword(password);
    await this.database.transaction(async (tx) => {
      const [, changed] = await tx.query<[unknown[], number]>(
        'update staff_users set password_hash = $3 where office_id = $1 and id = $2 returning id',
        [officeId, id, hash],
      );
      if (changed === 0) throw new DomainError('not-found', 'not-found');
      await tx.query('delete from staff_sessions where user_id = $1', [id]);
      const subject = { subjectKind: 'account', subjectId: id };
      await this.audit.record(tx, { officeId, actor, action: 'account-password', ...subject });
    });
    return password;
  }
}

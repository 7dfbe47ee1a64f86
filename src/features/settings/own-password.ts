import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import { Limiter } from '../../platform/limits/limiter.js';
import { Audit } from '../audit/index.js';
import { hashPassword, passwordMatches, type SignedInStaff } from '../staff/index.js';

/** Who changes their password, and from which of their sessions, which is kept. */
type Whose = Pick<SignedInStaff, 'id' | 'officeId' | 'sessionNumber'>;

/** `too-many`: five wrong ones within a quarter of an hour. */
export type PasswordOutcome = 'changed' | 'wrong' | 'too-many';

/** Somebody's own password: whoever knows the old one chooses another, and every other session of theirs ends. */
@Injectable()
export class OwnPassword {
  private readonly tries: Limiter;

  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    source: DataSource,
  ) {
    this.tries = new Limiter(source, { name: 'own-password', points: 5, seconds: 900 });
  }

  async change(
    { id, officeId, sessionNumber }: Whose,
    { old, next }: Readonly<Record<'old' | 'next', string>>,
  ): Promise<PasswordOutcome> {
    if (!(await this.tries.admits(String(id)))) return 'too-many';
    const [account] = await this.database.query<{ hash: string }>(
      'select password_hash as hash from staff_users where id = $1',
      [id],
    );
    if (!(await passwordMatches(account?.hash, old))) return 'wrong';
    const hash = await hashPassword(next);
    await this.database.transaction(async (tx) => {
      await tx.query('update staff_users set password_hash = $2 where id = $1', [id, hash]);
      await tx.query('delete from staff_sessions where user_id = $1 and number <> $2', [id, sessionNumber]);
      const subject = { subjectKind: 'account', subjectId: id };
      await this.audit.record(tx, { officeId, actor: `staff:${id}`, action: 'account-password', ...subject });
    });
    await this.tries.forget(String(id));
    return 'changed';
  }
}

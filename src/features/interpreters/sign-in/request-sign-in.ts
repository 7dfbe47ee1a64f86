import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import { allOffices } from '../../../platform/database/office-scope.js';
import { DomainError } from '../../../platform/errors/domain-error.js';
import { emailIndex } from '../../contacts/index.js';
import { SignInNotice } from '../../notices/index.js';
import { LinkRequestLimits } from './link-request-limits.js';

/** Mails links to sign in. Whether an address is known cannot be told from the answer. */
@Injectable()
export class RequestSignIn {
  constructor(
    private readonly database: Database,
    private readonly limits: LinkRequestLimits,
    private readonly notice: SignInNotice,
  ) {}

  /**
   * Somebody entered an e-mail address. Throws `too-many` when one network asks too often, known address or not.
   * @param path page to show after signing in
   */
  async byEmail(email: string, path: string, ip: string): Promise<void> {
    if (!(await this.limits.admitNetwork(ip))) throw new DomainError('too-many', 'too-many');
    if (!(await this.limits.admitAddress(email.trim().toLowerCase()))) return;
    const known = await this.database.query<{ id: number }>(
      'select id from interpreters where email_index = $1 and active',
      [emailIndex(email)],
    );
    const ids = known.map(({ id }) => id);
    await allOffices(() => this.notice.plan(ids, path));
  }

  /** Somebody opened an old link of theirs and asks for a new one to the same page. */
  async again(interpreterId: number, path: string): Promise<void> {
    if (!(await this.limits.admitAddress(`interpreter ${interpreterId}`))) return;
    await allOffices(() => this.notice.plan([interpreterId], path));
  }
}

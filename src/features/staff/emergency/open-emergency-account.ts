import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { Audit } from '../../audit/index.js';
import { generatedPassword } from '../passwords.js';
import { StaffUsers } from '../staff-users.js';

/** Who needs to come in, why, and for how long. */
export interface Emergency {
  readonly officeId: number;
  /** To sign in with; one that no account has. */
  readonly email: string;
  readonly reason: string;
  readonly minutes: number;
}

/**
 * An administrator's account for the day on which no administrator can sign in. It ends by itself with all its sessions,
 * is in the audit with its reason, and raises an alarm while it is open.
 */
@Injectable()
export class OpenEmergencyAccount {
  constructor(
    private readonly database: Database,
    private readonly users: StaffUsers,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** The account's password and end. @throws DomainError `email-taken` */
  async run({
    officeId,
    email,
    reason,
    minutes,
  }: Emergency): Promise<{ readonly password: string; readonly endsAt: Date }> {
    const password = generatedPassword();
    const endsAt = new Date(this.clock.now().getTime() + minutes * 60_000);
    const account = {
      officeId,
      email,
      password,
      endsAt,
      name: `Notfall: ${email}`,
      role: 'administrator' as const,
    };
    const id = await this.users.create(account);
    await this.database.transaction((tx) =>
      this.audit.record(tx, {
        officeId,
        actor: 'system',
        action: 'emergency-account-opened',
        subjectKind: 'account',
        subjectId: id,
        detail: { reason, endsAt: endsAt.toISOString() },
      }),
    );
    return { password, endsAt };
  }
}

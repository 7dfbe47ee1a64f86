import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { Settings } from '../../../platform/config/settings.js';
import { Database, type Tx } from '../../../platform/database/database.js';
import { seal, unseal } from '../../../platform/secrets/sealed.js';
import { Audit } from '../../audit/index.js';
import type { SignedInStaff } from '../signed-in-staff.js';
import { newRecoveryCodes, newSecret, recoveryHash, secretAddress, stepOfCode } from './codes.js';

const PURPOSE = 'second factor';

/** What an authenticator app needs: typed by hand, or read from a picture. */
export interface Enrolment {
  readonly secret: string;
  readonly address: string;
}

/** Whether the account has a second factor, and how many recovery codes are left. */
export interface SecondFactorState {
  readonly isOn: boolean;
  readonly recoveryCodes: number;
}

/** One-time codes by an app (TOTP, RFC 6238), each good once, and recovery codes for a lost phone. */
@Injectable()
export class SecondFactors {
  constructor(
    private readonly database: Database,
    private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  async stateOf(userId: number): Promise<SecondFactorState> {
    const [row] = await this.database.query<SecondFactorState>(
      `select exists (select from staff_second_factors where user_id = $1 and confirmed_at is not null) as "isOn",
              (select count(*)::int from staff_recovery_codes where user_id = $1) as "recoveryCodes"`,
      [userId],
    );
    return row ?? { isOn: false, recoveryCodes: 0 };
  }

  /** Whether the password alone opens nothing: an app or a passkey has to follow. */
  async hasAny(userId: number): Promise<boolean> {
    const rows = await this.database.query(
      `select from staff_second_factors where user_id = $1 and confirmed_at is not null
       union all select from staff_passkeys where user_id = $1`,
      [userId],
    );
    return rows.length > 0;
  }

  /** The secret to put into an app; the same one until a code of it was entered. Undefined when one is on. */
  async enrol({ id, email }: SignedInStaff): Promise<Enrolment | undefined> {
    const fresh = seal(this.settings.secretKey, PURPOSE, newSecret());
    await this.database.query(
      'insert into staff_second_factors (user_id, sealed_secret) values ($1, $2) on conflict do nothing',
      [id, fresh],
    );
    const [row] = await this.database.query<{ sealed: Buffer; isOn: boolean }>(
      `select sealed_secret as sealed, confirmed_at is not null as "isOn" from staff_second_factors where user_id = $1`,
      [id],
    );
    if (!row || row.isOn) return undefined;
    const secret = unseal(this.settings.secretKey, PURPOSE, row.sealed);
    return { secret, address: secretAddress(secret, email) };
  }

  /** Switches it on with the first code; the recovery codes are shown this once. Undefined for a wrong code. */
  async confirm(staff: SignedInStaff, code: string): Promise<string[] | undefined> {
    return this.database.transaction(async (tx) => {
      if (!(await this.useCode(tx, staff.id, code, false))) return undefined;
      await tx.query('update staff_second_factors set confirmed_at = $2 where user_id = $1', [
        staff.id,
        this.clock.now(),
      ]);
      const codes = newRecoveryCodes();
      await tx.query('insert into staff_recovery_codes (user_id, code_hash) select $1, unnest($2::bytea[])', [
        staff.id,
        codes.map((each) => recoveryHash(this.settings.secretKey, staff.id, each)),
      ]);
      await this.record(tx, staff.officeId, staff.id, 'second-factor-on');
      return codes;
    });
  }

  /** Uses up a code of the app or a recovery code; false for one that is wrong or was used. */
  async use(officeId: number, userId: number, typed: string): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      if (await this.useCode(tx, userId, typed, true)) return true;
      const used = await tx.query<unknown[]>(
        `with used as (delete from staff_recovery_codes where user_id = $1 and code_hash = $2 returning 1)
         select * from used`,
        [userId, recoveryHash(this.settings.secretKey, userId, typed)],
      );
      if (used.length > 0) await this.record(tx, officeId, userId, 'recovery-code-used');
      return used.length > 0;
    });
  }

  /** Switches it off; whoever asks has just shown a code. */
  async remove({ id, officeId }: SignedInStaff): Promise<void> {
    await this.database.transaction(async (tx) => {
      await tx.query('delete from staff_recovery_codes where user_id = $1', [id]);
      await tx.query('delete from staff_second_factors where user_id = $1', [id]);
      await this.record(tx, officeId, id, 'second-factor-off');
    });
  }

  private async useCode(tx: Tx, userId: number, typed: string, isOn: boolean): Promise<boolean> {
    const [row] = await tx.query<{ sealed: Buffer; lastStep: number }[]>(
      `select sealed_secret as sealed, last_step::int as "lastStep" from staff_second_factors
        where user_id = $1 and (confirmed_at is not null) = $2 for update`,
      [userId, isOn],
    );
    if (!row) return false;
    const secret = unseal(this.settings.secretKey, PURPOSE, row.sealed);
    const step = stepOfCode(secret, typed, this.clock.now());
    if (step === undefined || step <= row.lastStep) return false;
    await tx.query('update staff_second_factors set last_step = $2 where user_id = $1', [userId, step]);
    return true;
  }

  private record(tx: Tx, officeId: number, userId: number, action: string): Promise<void> {
    const actor = `staff:${userId}`;
    return this.audit.record(tx, { officeId, actor, action, subjectKind: 'staff-user', subjectId: userId });
  }
}

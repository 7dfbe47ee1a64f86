import { Injectable } from '@nestjs/common';
import {
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type RegistrationResponseJSON,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { Clock } from '../../../platform/clock/clock.js';
import { Settings } from '../../../platform/config/settings.js';
import { Database } from '../../../platform/database/database.js';
import { Audit } from '../../audit/index.js';
import type { SignedInStaff } from '../signed-in-staff.js';
import { carriedChallenge, readChallenge } from './challenge.js';

const PRODUCT = 'Welcome Talks';

/** A passkey as its owner sees it. */
export interface Passkey {
  readonly id: number;
  readonly name: string;
  readonly lastUsedAt: Date | null;
}

/** Where passkeys belong to: browsers use them at this address only. */
export function relyingParty({ access, publicUrl }: Settings): {
  readonly id: string;
  readonly origin: string;
} {
  const { hostname, origin } = new URL(access.officeUrl ?? publicUrl);
  return { id: hostname, origin };
}

/** The passkeys of an account (WebAuthn): kept on a device that asks for finger, face or PIN. */
@Injectable()
export class Passkeys {
  constructor(
    private readonly database: Database,
    private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  list(userId: number): Promise<Passkey[]> {
    return this.database.query<Passkey>(
      `select id, name, last_used_at as "lastUsedAt" from staff_passkeys where user_id = $1 order by id`,
      [userId],
    );
  }

  /** What the browser needs to make one, and what it carries until then. */
  async begin({ id, email, name }: SignedInStaff): Promise<{
    readonly options: PublicKeyCredentialCreationOptionsJSON;
    readonly carried: string;
  }> {
    const known = await this.database.query<{ id: string }>(
      'select credential_id as id from staff_passkeys where user_id = $1',
      [id],
    );
    const options = await generateRegistrationOptions({
      rpName: PRODUCT,
      rpID: relyingParty(this.settings).id,
      userName: email,
      userDisplayName: name,
      excludeCredentials: known,
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    const { secretKey } = this.settings;
    return { options, carried: carriedChallenge(secretKey, options.challenge, id, this.clock.now()) };
  }

  /** Keeps the new passkey; false when the answer does not hold or comes too late. */
  async add(staff: SignedInStaff, carried: string, answer: unknown, name: string): Promise<boolean> {
    const challenge = readChallenge(this.settings.secretKey, carried, staff.id, this.clock.now());
    const credential = challenge === undefined ? undefined : await this.verified(challenge, answer);
    if (!credential) return false;
    await this.database.transaction(async (tx) => {
      await tx.query(
        `insert into staff_passkeys (office_id, user_id, credential_id, public_key, counter, name, created_at)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [
          staff.officeId,
          staff.id,
          credential.id,
          Buffer.from(credential.publicKey),
          credential.counter,
          name,
          this.clock.now(),
        ],
      );
      await this.audit.record(tx, entry(staff, 'passkey-added'));
    });
    return true;
  }

  /** Nothing happens to those of others. */
  async remove(staff: SignedInStaff, id: number): Promise<void> {
    await this.database.transaction(async (tx) => {
      await tx.query('delete from staff_passkeys where user_id = $1 and id = $2', [staff.id, id]);
      await this.audit.record(tx, entry(staff, 'passkey-removed'));
    });
  }

  private async verified(
    challenge: string,
    answer: unknown,
  ): Promise<{ readonly id: string; readonly publicKey: Uint8Array; readonly counter: number } | undefined> {
    const { id, origin } = relyingParty(this.settings);
    try {
      const { registrationInfo } = await verifyRegistrationResponse({
        response: answer as RegistrationResponseJSON,
        expectedChallenge: challenge,
        expectedOrigin: origin,
        expectedRPID: id,
      });
      return registrationInfo?.credential;
    } catch {
      // whatever is wrong with what a browser sent: there is no passkey
      return undefined;
    }
  }
}

function entry({ id, officeId }: SignedInStaff, action: string): Parameters<Audit['record']>[1] {
  return { officeId, actor: `staff:${id}`, action, subjectKind: 'staff-user', subjectId: id };
}

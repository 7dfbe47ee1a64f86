import { Injectable } from '@nestjs/common';
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  type PublicKeyCredentialRequestOptionsJSON,
  verifyAuthenticationResponse,
} from '@simplewebauthn/server';
import { Clock } from '../../../platform/clock/clock.js';
import { Settings } from '../../../platform/config/settings.js';
import { Database } from '../../../platform/database/database.js';
import { allOffices } from '../../../platform/database/office-scope.js';
import { SignInLimits } from '../sign-in-limits.js';
import { type SignedIn, SignInSteps } from '../sign-in-steps.js';
import { carriedChallenge, challengeHash, readChallenge } from './challenge.js';
import { relyingParty } from './passkeys.js';

interface KnownPasskey {
  readonly passkeyId: number;
  readonly credentialId: string;
  readonly publicKey: Buffer;
  readonly counter: number;
  readonly id: number;
  readonly email: string;
}

export interface PasskeyRequest {
  readonly carried: string;
  /** What the browser made of the challenge. */
  readonly answer: unknown;
  readonly ip: string;
  readonly browser: string;
}

/** Signing in by a passkey alone: the device is one factor, finger, face or PIN the other. */
@Injectable()
export class SignInByPasskey {
  constructor(
    private readonly database: Database,
    private readonly limits: SignInLimits,
    private readonly steps: SignInSteps,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  async begin(): Promise<{
    readonly options: PublicKeyCredentialRequestOptionsJSON;
    readonly carried: string;
  }> {
    const rpID = relyingParty(this.settings).id;
    const options = await generateAuthenticationOptions({ rpID, userVerification: 'required' });
    const { secretKey } = this.settings;
    return { options, carried: carriedChallenge(secretKey, options.challenge, null, this.clock.now()) };
  }

  run(request: PasskeyRequest): Promise<SignedIn | { readonly kind: 'refused' }> {
    return allOffices(() => this.admit(request));
  }

  private async admit({
    carried,
    answer,
    ip,
    browser,
  }: PasskeyRequest): Promise<SignedIn | { readonly kind: 'refused' }> {
    const challenge = readChallenge(this.settings.secretKey, carried, null, this.clock.now());
    if (challenge === undefined || !(await this.limits.admitPasskey(ip))) return { kind: 'refused' };
    const passkey = await this.find(answer);
    const counter = passkey && (await this.counterOf(passkey, challenge, answer));
    if (!passkey || counter === undefined) return { kind: 'refused' };
    if (!(await this.isFirst(passkey, challenge, counter))) return { kind: 'refused' };
    return this.steps.open(passkey, browser);
  }

  private async find(answer: unknown): Promise<KnownPasskey | undefined> {
    const id = typeof answer === 'object' && answer !== null && 'id' in answer ? answer.id : '';
    const [row] = await this.database.query<KnownPasskey>(
      `select p.id as "passkeyId", p.credential_id as "credentialId", p.public_key as "publicKey",
              p.counter::int as counter, u.id, u.email
         from staff_passkeys p join staff_users u on u.id = p.user_id
        where p.credential_id = $1 and u.active`,
      [typeof id === 'string' ? id.slice(0, 2000) : ''],
    );
    return row;
  }

  /** The device's counter, when its answer holds. */
  private async counterOf(
    { credentialId, publicKey, counter }: KnownPasskey,
    challenge: string,
    answer: unknown,
  ): Promise<number | undefined> {
    const { id, origin } = relyingParty(this.settings);
    try {
      const { verified, authenticationInfo } = await verifyAuthenticationResponse({
        response: answer as AuthenticationResponseJSON,
        expectedChallenge: challenge,
        expectedOrigin: origin,
        expectedRPID: id,
        credential: { id: credentialId, publicKey: new Uint8Array(publicKey), counter },
      });
      return verified ? authenticationInfo.newCounter : undefined;
    } catch {
      // whatever is wrong with what a browser sent: nobody came in
      return undefined;
    }
  }

  /** Whether this challenge is answered for the first time. */
  private async isFirst({ passkeyId }: KnownPasskey, challenge: string, counter: number): Promise<boolean> {
    const rows = await this.database.query(
      `with used as (update staff_passkeys set counter = $3, last_used_at = $4, last_challenge = $2
         where id = $1 and last_challenge is distinct from $2 returning 1) select * from used`,
      [passkeyId, challengeHash(challenge), counter, this.clock.now()],
    );
    return rows.length > 0;
  }
}

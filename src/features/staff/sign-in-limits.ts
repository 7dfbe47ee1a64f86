import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Limiter } from '../../platform/limits/limiter.js';

const QUARTER_HOUR_SECONDS = 900;

/** Who tries to sign in to what. */
export interface Attempt {
  readonly email: string;
  readonly ip: string;
  /** This browser signed in to this account before. */
  readonly knownDevice: boolean;
}

/** `only-with-code`: too many try this account from everywhere; whoever has a second factor may still come in. */
export type Admission = 'admitted' | 'only-with-code' | 'refused';

/**
 * Limits wrong passwords per quarter of an hour: 30 from one address, 5 from one address on one account, 20 on one
 * account from anywhere. A browser that signed in to the account before is counted apart, so an attacker can lock
 * out strangers, never the person who works there. Wrong codes after a right password: 5 from one address on one
 * account.
 */
@Injectable()
export class SignInLimits {
  private readonly byAddress: Limiter;
  private readonly byPair: Limiter;
  private readonly byAccount: Limiter;
  private readonly byKnownDevice: Limiter;
  private readonly byCode: Limiter;
  private readonly byPasskey: Limiter;

  constructor(source: DataSource) {
    const limiter = (name: string, points: number): Limiter =>
      new Limiter(source, { name, points, seconds: QUARTER_HOUR_SECONDS });
    this.byAddress = limiter('sign-in-address', 30);
    this.byPair = limiter('sign-in-pair', 5);
    this.byAccount = limiter('sign-in-account', 20);
    this.byKnownDevice = limiter('sign-in-device', 10);
    this.byCode = limiter('sign-in-code', 5);
    this.byPasskey = limiter('sign-in-passkey', 60);
  }

  /** Counts the attempt before the password is looked at. */
  async admit(attempt: Attempt): Promise<Admission> {
    for (const [limiter, key] of this.limitersOf(attempt)) {
      if (!(await limiter.admits(key))) return limiter === this.byAccount ? 'only-with-code' : 'refused';
    }
    return 'admitted';
  }

  /** Counts a code before it is looked at; false means it is one too many. */
  admitCode(userId: number, ip: string): Promise<boolean> {
    return this.byCode.admits(`${ip} ${userId}`);
  }

  /** Counts an answer of a passkey before it is looked at; false means it is one too many from this address. */
  admitPasskey(ip: string): Promise<boolean> {
    return this.byPasskey.admits(ip);
  }

  async forgiveCode(userId: number, ip: string): Promise<void> {
    await this.byCode.forget(`${ip} ${userId}`);
  }

  /** A right password takes its own attempt back. */
  async forgive(attempt: Attempt): Promise<void> {
    for (const [limiter, key] of this.limitersOf(attempt)) await limiter.takeBack(key);
  }

  private limitersOf(attempt: Attempt): [Limiter, string][] {
    const account = attempt.email.trim().toLowerCase().slice(0, 200);
    if (attempt.knownDevice) return [[this.byKnownDevice, account]];
    return [
      [this.byAddress, attempt.ip],
      [this.byPair, `${attempt.ip} ${account}`],
      [this.byAccount, account],
    ];
  }
}

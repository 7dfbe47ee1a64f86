import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';

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
  private readonly byAddress: RateLimiterPostgres;
  private readonly byPair: RateLimiterPostgres;
  private readonly byAccount: RateLimiterPostgres;
  private readonly byKnownDevice: RateLimiterPostgres;
  private readonly byCode: RateLimiterPostgres;

  constructor(source: DataSource) {
    const limiter = (keyPrefix: string, points: number): RateLimiterPostgres =>
      new RateLimiterPostgres({
        storeClient: source,
        storeType: 'typeorm',
        tableName: 'rate_limits',
        tableCreated: true,
        keyPrefix,
        points,
        duration: QUARTER_HOUR_SECONDS,
      });
    this.byAddress = limiter('sign-in-address', 30);
    this.byPair = limiter('sign-in-pair', 5);
    this.byAccount = limiter('sign-in-account', 20);
    this.byKnownDevice = limiter('sign-in-device', 10);
    this.byCode = limiter('sign-in-code', 5);
  }

  /** Counts the attempt before the password is looked at. */
  async admit(attempt: Attempt): Promise<Admission> {
    for (const [limiter, key] of this.limitersOf(attempt)) {
      if (!(await consumed(limiter, key))) return limiter === this.byAccount ? 'only-with-code' : 'refused';
    }
    return 'admitted';
  }

  /** Counts a code before it is looked at; false means it is one too many. */
  admitCode(userId: number, ip: string): Promise<boolean> {
    return consumed(this.byCode, `${ip} ${userId}`);
  }

  async forgiveCode(userId: number, ip: string): Promise<void> {
    await this.byCode.delete(`${ip} ${userId}`);
  }

  /** A right password takes its own attempt back. */
  async forgive(attempt: Attempt): Promise<void> {
    for (const [limiter, key] of this.limitersOf(attempt)) await limiter.reward(key);
  }

  private limitersOf(attempt: Attempt): [RateLimiterPostgres, string][] {
    const account = attempt.email.trim().toLowerCase().slice(0, 200);
    if (attempt.knownDevice) return [[this.byKnownDevice, account]];
    return [
      [this.byAddress, attempt.ip],
      [this.byPair, `${attempt.ip} ${account}`],
      [this.byAccount, account],
    ];
  }
}

async function consumed(limiter: RateLimiterPostgres, key: string): Promise<boolean> {
  try {
    await limiter.consume(key);
    return true;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return false;
    throw refusal;
  }
}

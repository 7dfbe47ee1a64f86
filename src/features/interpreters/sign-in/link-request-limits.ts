import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';

const HOUR_SECONDS = 3600;
const PER_NETWORK = 30;
const PER_ADDRESS = 5;

/** Limits links to sign in per hour: 30 from one network, 5 to one e-mail address. */
@Injectable()
export class LinkRequestLimits {
  private readonly byNetwork: RateLimiterPostgres;
  private readonly byAddress: RateLimiterPostgres;

  constructor(source: DataSource) {
    const limiter = (keyPrefix: string, points: number): RateLimiterPostgres =>
      new RateLimiterPostgres({
        storeClient: source,
        storeType: 'typeorm',
        tableName: 'rate_limits',
        tableCreated: true,
        keyPrefix,
        points,
        duration: HOUR_SECONDS,
      });
    this.byNetwork = limiter('link-request-network', PER_NETWORK);
    this.byAddress = limiter('link-request-address', PER_ADDRESS);
  }

  /** False from the 31st request of one network within an hour on. */
  admitNetwork(ip: string): Promise<boolean> {
    return admits(this.byNetwork, ip);
  }

  /** False from the 6th mail to one address within an hour on; the asker must not learn of it. */
  admitAddress(email: string): Promise<boolean> {
    return admits(this.byAddress, email);
  }
}

async function admits(limiter: RateLimiterPostgres, key: string): Promise<boolean> {
  try {
    await limiter.consume(key);
    return true;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return false;
    throw refusal;
  }
}

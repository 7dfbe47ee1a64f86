import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';

const PER_MINUTE = 20;
/** A code has fewer bits than a link: five wrong ones a minute are enough. */
const COST_OF_CODE = 4;

/**
 * Counts links and codes that open nothing, per address of the network. A right link is never counted, so people who share
 * an address with a guesser are not locked out.
 */
@Injectable()
export class WrongLinks {
  private readonly byAddress: RateLimiterPostgres;

  constructor(source: DataSource) {
    this.byAddress = new RateLimiterPostgres({
      storeClient: source,
      storeType: 'typeorm',
      tableName: 'rate_limits',
      tableCreated: true,
      keyPrefix: 'wrong-link',
      points: PER_MINUTE,
      duration: 60,
    });
  }

  /** Counts one wrong link; false from the 21st within a minute on. */
  admit(ip: string): Promise<boolean> {
    return this.consume(ip, 1);
  }

  /** Counts one wrong code of a letter; false from the sixth within a minute on. */
  admitCode(ip: string): Promise<boolean> {
    return this.consume(ip, COST_OF_CODE);
  }

  private async consume(ip: string, points: number): Promise<boolean> {
    try {
      await this.byAddress.consume(ip, points);
      return true;
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) return false;
      throw refusal;
    }
  }
}

import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { DataSource } from 'typeorm';

/** How often something may happen. */
export interface Limit {
  /** What is counted, such as `sign-in-address`. */
  readonly name: string;
  readonly points: number;
  readonly seconds: number;
}

/** Counts in PostgreSQL, so that all processes count together. */
export class Limiter {
  private readonly counter: RateLimiterPostgres;

  constructor(source: DataSource, { name, points, seconds }: Limit) {
    this.counter = new RateLimiterPostgres({
      storeClient: source,
      storeType: 'typeorm',
      tableName: 'rate_limits',
      tableCreated: true,
      keyPrefix: name,
      points,
      duration: seconds,
    });
  }

  /** Counts once more for this key; false when that was too often. @param cost how many times it counts */
  async admits(key: string, cost = 1): Promise<boolean> {
    try {
      await this.counter.consume(key, cost);
      return true;
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) return false;
      throw refusal;
    }
  }

  /** Takes one count back. */
  async takeBack(key: string): Promise<void> {
    await this.counter.reward(key);
  }

  /** Forgets everything that was counted for this key. */
  async forget(key: string): Promise<void> {
    await this.counter.delete(key);
  }
}

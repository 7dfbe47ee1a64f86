import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { Database } from '../../platform/database/database.js';
import { LOGGER } from '../../platform/logging/logger.module.js';
import { LEASE_SECONDS, type ClaimedNotice } from './notice-claims.js';

/** A third of the lease: two signs of life may get lost. */
const RENEW_EVERY_MS = (LEASE_SECONDS * 1000) / 3;

const RENEW_SQL = `
with renewed as (
  update notices set lease_until = now() + ${LEASE_SECONDS} * interval '1 second'
  where id = $1 and lease_token = $2
  returning id
)
select id from renewed`;

/** Shows the database that the sender of a notice is alive, as long as it is. */
@Injectable()
export class NoticeLeases {
  constructor(
    private readonly database: Database,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /**
   * Renews the lease while `work` runs, in database time. The signal ends the work when the lease is lost, or when
   * the database did not answer for as long as the lease lasts.
   */
  async during<T>(notice: ClaimedNotice, work: (lost: AbortSignal) => Promise<T>): Promise<T> {
    const lost = new AbortController();
    let heldUntil = performance.now() + LEASE_SECONDS * 1000;
    const renew = async (): Promise<void> => {
      const asked = performance.now();
      if (await this.renew(notice)) heldUntil = asked + LEASE_SECONDS * 1000;
      else lost.abort(new Error('Another sender has taken the notice over'));
    };
    const timer = setInterval(() => {
      if (performance.now() >= heldUntil) lost.abort(new Error('The lease has ended'));
      renew().catch((error: unknown) => {
        this.logger.warn({ err: error, notice: notice.id }, 'the lease of a notice could not be renewed');
      });
    }, RENEW_EVERY_MS);
    try {
      return await work(lost.signal);
    } finally {
      clearInterval(timer);
    }
  }

  private async renew({ id, leaseToken }: ClaimedNotice): Promise<boolean> {
    return (await this.database.query(RENEW_SQL, [id, leaseToken])).length > 0;
  }
}

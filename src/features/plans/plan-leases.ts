import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Plan, PlanProgress } from './plan-record.js';

/** A run that belongs to this worker as long as it goes on renewing it. */
export interface PlanLease {
  readonly planId: string;
  readonly officeId: number;
  readonly token: string;
}

const LEASE_SECONDS = 30;
const MOST_ATTEMPTS = 3;

/** Who computes which plan: a worker that dies loses its lease, and another one begins the run anew. */
@Injectable()
export class PlanLeases {
  constructor(private readonly database: Database) {}

  /** Takes a run that waits, or whose worker is gone; undefined when there is nothing to take. */
  async claim(planId: string): Promise<PlanLease | undefined> {
    const token = randomUUID();
    const [claimed] = await this.database.query<{ officeId: number }>(
      `with claimed as (
         update plans set state = 'running', lease_token = $2, lease_until = now() + $3 * interval '1 second',
                attempts = attempts + 1
          where id = $1 and (state = 'draft' or (state = 'running' and lease_until < now())) and attempts < $4
          returning office_id as "officeId")
       select * from claimed`,
      [planId, token, LEASE_SECONDS, MOST_ATTEMPTS],
    );
    return claimed && { planId, officeId: claimed.officeId, token };
  }

  /** Says how far the run is and keeps it; `lost` when another worker has it, `cancel` when somebody called it off. */
  async renew(lease: PlanLease, progress: PlanProgress): Promise<'go-on' | 'cancel' | 'lost'> {
    const [row] = await this.database.query<{ cancelRequested: boolean }>(
      `with renewed as (
         update plans set progress = $3, lease_until = now() + $4 * interval '1 second'
          where id = $1 and lease_token = $2 returning cancel_requested as "cancelRequested")
       select * from renewed`,
      [lease.planId, lease.token, progress, LEASE_SECONDS],
    );
    if (!row) return 'lost';
    return row.cancelRequested ? 'cancel' : 'go-on';
  }

  /** Gives the run back unfinished: this worker stops. */
  async release(lease: PlanLease): Promise<void> {
    await this.database.query(
      `update plans set state = 'draft', lease_token = null, lease_until = null, attempts = attempts - 1
        where id = $1 and lease_token = $2`,
      [lease.planId, lease.token],
    );
  }

  /** Ends the run without a plan. */
  async fail(lease: PlanLease, failure: string): Promise<void> {
    await this.database.query(
      `update plans set state = 'failed', lease_token = null, lease_until = null, failure = $3, version = version + 1
        where id = $1 and lease_token = $2`,
      [lease.planId, lease.token, failure],
    );
  }

  /** Runs that wait for a worker, the oldest first; those that ended three workers are given up. */
  async due(): Promise<Pick<Plan, 'id'>[]> {
    await this.database.query(
      `update plans set state = 'failed', lease_token = null, lease_until = null, failure = 'workers-died',
              version = version + 1
        where state = 'running' and lease_until < now() and attempts >= $1`,
      [MOST_ATTEMPTS],
    );
    return this.database.query<Pick<Plan, 'id'>>(
      `select id from plans where state = 'draft' or (state = 'running' and lease_until < now()) order by created_at`,
    );
  }
}

import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database, type Tx } from '../../platform/database/database.js';
import type { Job, JobProgress } from './job.js';

/** A job that belongs to this worker as long as it goes on renewing it. */
export interface JobLease {
  readonly jobId: string;
  readonly officeId: number;
  readonly token: string;
}

/** How a job ends. */
export type JobEnd =
  | { readonly state: 'done' | 'cancelled'; readonly result: Job['result'] }
  | { readonly state: 'failed'; readonly failure: string };

const LEASE_SECONDS = 30;
const MOST_ATTEMPTS = 3;

/** Who does which job: a worker that dies loses its lease, and another one takes the job up. */
@Injectable()
export class JobLeases {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Takes a job that waits, or whose worker is gone; undefined when there is nothing to take. */
  async claim(jobId: string): Promise<JobLease | undefined> {
    const token = randomUUID();
    const [claimed] = await this.database.query<{ officeId: number }>(
      `with claimed as (
         update jobs set state = 'running', lease_token = $2, lease_until = now() + $3 * interval '1 second',
                attempts = attempts + 1, started_at = coalesce(started_at, $5)
          where id = $1 and (state = 'waiting' or (state = 'running' and lease_until < now())) and attempts < $4
          returning office_id as "officeId")
       select * from claimed`,
      [jobId, token, LEASE_SECONDS, MOST_ATTEMPTS, this.clock.now()],
    );
    return claimed && { jobId, officeId: claimed.officeId, token };
  }

  /** Says how far the job is and keeps it; `lost` when another worker has it, `cancel` when somebody called it off. */
  async renew(lease: JobLease, progress: JobProgress): Promise<'go-on' | 'cancel' | 'lost'> {
    const { step, total, done, failed, skipped, facts } = progress;
    const [row] = await this.database.query<{ cancelRequested: boolean }>(
      `with renewed as (
         update jobs set step = $3, total = $4, done = $5, failed = $6, skipped = $7, facts = $8,
                lease_until = now() + $9 * interval '1 second'
          where id = $1 and lease_token = $2 returning cancel_requested as "cancelRequested")
       select * from renewed`,
      [lease.jobId, lease.token, step, total, done, failed, skipped, facts, LEASE_SECONDS],
    );
    if (!row) return 'lost';
    return row.cancelRequested ? 'cancel' : 'go-on';
  }

  /** Gives the job back unfinished: this worker stops. */
  async release(lease: JobLease): Promise<void> {
    await this.database.query(
      `update jobs set state = 'waiting', lease_token = null, lease_until = null, attempts = attempts - 1
        where id = $1 and lease_token = $2`,
      [lease.jobId, lease.token],
    );
  }

  /** Ends a job that still belongs to this worker; false when it does not, and then nothing is written. */
  async finish(tx: Tx, lease: Pick<JobLease, 'jobId' | 'token'>, end: JobEnd): Promise<boolean> {
    const rows = await tx.query<unknown[]>(
      `with finished as (
         update jobs set state = $3, result = $4, failure = $5, lease_token = null, lease_until = null, finished_at = $6
          where id = $1 and lease_token = $2 returning id)
       select * from finished`,
      [
        lease.jobId,
        lease.token,
        end.state,
        end.state === 'failed' ? null : end.result,
        end.state === 'failed' ? end.failure : null,
        this.clock.now(),
      ],
    );
    return rows.length === 1;
  }

  /** Jobs that wait for a worker, the oldest first. */
  due(): Promise<Pick<Job, 'id' | 'kind'>[]> {
    return this.database.query<Pick<Job, 'id' | 'kind'>>(
      `select id, kind from jobs
        where (state = 'waiting' or (state = 'running' and lease_until < now())) and attempts < $1
        order by created_at`,
      [MOST_ATTEMPTS],
    );
  }

  /** Jobs that ended three workers, each with the lease of the last one: nobody takes them up any more. */
  givenUp(): Promise<JobLease[]> {
    return this.database.query<JobLease>(
      `select id as "jobId", office_id as "officeId", lease_token as token from jobs
        where state = 'running' and lease_until < now() and attempts >= $1`,
      [MOST_ATTEMPTS],
    );
  }
}

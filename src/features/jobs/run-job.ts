import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { allOffices, inOffice } from '../../platform/database/office-scope.js';
import { JobHandlers } from './job-handlers.js';
import { JobHeartbeat } from './job-heartbeat.js';
import { JobLeases, type JobEnd, type JobLease } from './job-leases.js';
import { JobQueries } from './job.queries.js';
import type { Job } from './job.js';

/** Does one job. Called twice for the same job, by whomever, it is done once. */
@Injectable()
export class RunJob {
  constructor(
    private readonly database: Database,
    private readonly leases: JobLeases,
    private readonly jobs: JobQueries,
    private readonly handlers: JobHandlers,
  ) {}

  /** @param stopping gives the job back to the other workers: this process ends */
  async run(jobId: string, stopping: AbortSignal): Promise<void> {
    const lease = await allOffices(() => this.leases.claim(jobId));
    if (lease) await inOffice(lease.officeId, () => this.work(lease, stopping));
  }

  private async work(lease: JobLease, stopping: AbortSignal): Promise<void> {
    const job = await this.jobs.get(lease.officeId, lease.jobId);
    const heartbeat = new JobHeartbeat(this.leases, lease, job, stopping);
    try {
      const result = await this.handlers.of(job.kind).run(job, heartbeat);
      await this.finish(heartbeat, result);
    } catch (error) {
      await this.fail(lease, 'internal');
      throw error;
    } finally {
      await heartbeat.end();
    }
  }

  /** Ends the jobs that nobody takes up any more because they ended three workers. */
  async giveUp(): Promise<void> {
    const leases = await allOffices(() => this.leases.givenUp());
    for (const lease of leases) await inOffice(lease.officeId, () => this.fail(lease, 'workers-died'));
  }

  /** As far as the job still belongs to the worker. */
  private fail(lease: JobLease, failure: string): Promise<void> {
    return this.database.transaction(async (tx) => {
      const job = await this.jobs.lock(tx, lease.officeId, lease.jobId);
      const isEnded = await this.leases.finish(tx, lease, { state: 'failed', failure });
      if (isEnded) await this.handlers.of(job.kind).failed?.(tx, { ...job, failure });
    });
  }

  private async finish(heartbeat: JobHeartbeat, result: Job['result']): Promise<void> {
    const { lease, endedEarly } = heartbeat;
    if (endedEarly === 'lost') return;
    if (endedEarly === 'stop') return this.leases.release(lease);
    await heartbeat.beat();
    const end: JobEnd = { state: endedEarly === 'cancel' ? 'cancelled' : 'done', result };
    await this.database.transaction((tx) => this.leases.finish(tx, lease, end));
  }
}

import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { Audit } from '../audit/index.js';
import { JobHandlers } from './job-handlers.js';
import { JobQueries } from './job.queries.js';
import { JobQueue } from './job-queue.js';
import { canBeRestarted, isUnderWay, type JobState } from './job.js';

/** Which job somebody calls off or starts again. */
export interface JobCommand {
  readonly officeId: number;
  readonly jobId: string;
  readonly actor: string;
}

/** Calls jobs off, and starts again those that did not come to their end. Doing it twice is doing it once. */
@Injectable()
export class EndJob {
  constructor(
    private readonly database: Database,
    private readonly jobs: JobQueries,
    private readonly handlers: JobHandlers,
    private readonly queue: JobQueue,
    private readonly audit: Audit,
  ) {}

  /** What is done stays done; one that still waits for a worker is ended by it. Throws `job-not-found`. */
  cancel({ officeId, jobId, actor }: JobCommand): Promise<JobState> {
    return this.database.transaction(async (tx) => {
      const job = await this.jobs.lock(tx, officeId, jobId);
      if (!isUnderWay(job) || job.cancelRequested) return job.state;
      await tx.query('update jobs set cancel_requested = true where id = $1', [jobId]);
      const subject = { subjectKind: 'job', subjectId: jobId };
      await this.audit.record(tx, { officeId, actor, action: 'job-cancelled', ...subject });
      return job.state;
    });
  }

  /** Does what is left of a job that failed or was called off. Throws `job-not-found`. */
  async restart({ officeId, jobId, actor }: JobCommand): Promise<void> {
    const kind = await this.database.transaction(async (tx) => {
      const job = await this.jobs.lock(tx, officeId, jobId);
      if (!canBeRestarted(job)) return undefined;
      await this.handlers.of(job.kind).restarted?.(tx, job);
      await tx.query(
        `update jobs set state = 'waiting', failure = null, attempts = 0, cancel_requested = false, finished_at = null,
                started_at = null where id = $1`,
        [jobId],
      );
      const subject = { subjectKind: 'job', subjectId: jobId };
      await this.audit.record(tx, { officeId, actor, action: 'job-restarted', ...subject });
      return job.kind;
    });
    if (kind !== undefined) await this.queue.wake(jobId, kind);
  }
}

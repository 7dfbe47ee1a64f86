import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Job as QueueEntry } from 'bullmq';
import type { Logger } from 'pino';
import { withLogContext } from '../../platform/logging/log-context.js';
import { LOGGER } from '../../platform/logging/logger.module.js';
import { JobLeases } from './job-leases.js';
import { JOB_QUEUE, type WakeUp } from './job-queue.js';
import type { JobKind } from './job.js';
import { RunJob } from './run-job.js';
import { allOffices } from '../../platform/database/office-scope.js';

const SWEEP_MS = 5_000;
/** One job of each kind at a time; as many kinds as this side by side. */
const SIDE_BY_SIDE = 4;

/** Does the jobs that wait, those of one kind one after the other: the queue says when, the sweep finds what it forgot. */
@Injectable()
export class JobWorker implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly stopping = new AbortController();
  private readonly lanes = new Map<JobKind, Promise<void>>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly leases: JobLeases,
    private readonly runs: RunJob,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.sweep(), SWEEP_MS);
    this.timer.unref();
  }

  /** A job under way is given back, so that another worker takes it up at once. */
  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    this.stopping.abort();
    await Promise.all(this.lanes.values());
  }

  /** Resolves when the job has ended, well or badly. */
  take({ jobId, kind }: WakeUp): Promise<void> {
    const lane = (this.lanes.get(kind) ?? Promise.resolve()).then(() => this.work(jobId));
    this.lanes.set(kind, lane);
    return lane;
  }

  private async work(jobId: string): Promise<void> {
    if (this.stopping.signal.aborted) return;
    try {
      await this.runs.run(jobId, this.stopping.signal);
    } catch (error) {
      this.logger.error({ error, jobId }, 'a job failed');
    }
  }

  private async sweep(): Promise<void> {
    try {
      await this.runs.giveUp();
      const due = await allOffices(() => this.leases.due());
      await Promise.all(due.map(({ id, kind }) => this.take({ jobId: id, kind })));
    } catch (error) {
      this.logger.warn({ error }, 'looking for waiting jobs failed');
    }
  }
}

/** Wakes the worker when a job was ordered. */
@Processor(JOB_QUEUE, { concurrency: SIDE_BY_SIDE })
export class JobProcessor extends WorkerHost {
  constructor(
    private readonly jobs: JobWorker,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    super();
  }

  /** A queue that is away comes back by itself; until then the sweep finds what waits. */
  @OnWorkerEvent('error')
  onError(error: Error): void {
    this.logger.warn({ error }, 'the queue of the jobs is not reachable');
  }

  process({ data, id: jobId = '' }: QueueEntry<WakeUp>): Promise<void> {
    return withLogContext({ queue: JOB_QUEUE, jobId }, () => this.jobs.take(data));
  }
}

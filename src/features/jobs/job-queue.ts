import { InjectQueue } from '@nestjs/bullmq';
import { Inject, Injectable } from '@nestjs/common';
import type { Queue } from 'bullmq';
import type { Logger } from 'pino';
import { LOGGER } from '../../platform/logging/logger.module.js';
import { shortly } from '../../platform/queue/shortly.js';
import type { JobKind } from './job.js';

/** Name of the queue that wakes the workers. */
export const JOB_QUEUE = 'jobs';

/** What an entry carries: ids only. */
export interface WakeUp {
  readonly jobId: string;
  readonly kind: JobKind;
}

/** Tells a worker that a job waits. What is lost here, the sweep of the workers finds in the database. */
@Injectable()
export class JobQueue {
  constructor(
    @InjectQueue(JOB_QUEUE) private readonly queue: Queue<WakeUp>,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    queue.on('error', (error) => {
      logger.warn({ error }, 'the queue of the jobs is not reachable');
    });
  }

  async wake(jobId: string, kind: JobKind): Promise<void> {
    const options = { jobId: `${kind}_${jobId}`, removeOnComplete: true, removeOnFail: true };
    try {
      await shortly(this.queue.add(kind, { jobId, kind }, options));
    } catch (error) {
      this.logger.warn({ error, jobId }, 'queue not reachable: the sweep will find it');
    }
  }
}

import { InjectQueue } from '@nestjs/bullmq';
import { Inject, Injectable } from '@nestjs/common';
import type { Queue } from 'bullmq';
import type { Logger } from 'pino';
import { LOGGER } from '../../platform/logging/logger.module.js';

/** Name of the queue that wakes the workers. */
export const PLAN_QUEUE = 'plans';

/** What a job carries: ids only. */
export interface PlanJob {
  readonly planId: string;
}

/** Tells a worker that a run waits. What is lost here, the sweep of the workers finds in the database. */
@Injectable()
export class PlanQueue {
  constructor(
    @InjectQueue(PLAN_QUEUE) private readonly queue: Queue<PlanJob>,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    queue.on('error', (error) => {
      logger.warn({ error }, 'the queue of the plans is not reachable');
    });
  }

  async wake(planId: string): Promise<void> {
    const options = { jobId: `run-plan_${planId}`, removeOnComplete: true, removeOnFail: true };
    try {
      await this.queue.add('run-plan', { planId }, options);
    } catch (error) {
      this.logger.warn({ error, planId }, 'queue not reachable: the sweep will find the plan');
    }
  }
}

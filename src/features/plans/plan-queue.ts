import { InjectQueue } from '@nestjs/bullmq';
import { Inject, Injectable } from '@nestjs/common';
import type { Queue } from 'bullmq';
import type { Logger } from 'pino';
import { LOGGER } from '../../platform/logging/logger.module.js';
import { shortly } from '../../platform/queue/shortly.js';

/** Name of the queue that wakes the workers. */
export const PLAN_QUEUE = 'plans';

/** What a job carries: ids only. */
export type PlanJob = { readonly planId: string } | { readonly trialId: string };

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

  wake(planId: string): Promise<void> {
    return this.add('run-plan', planId, { planId });
  }

  wakeForTrial(trialId: string): Promise<void> {
    return this.add('try-weights', trialId, { trialId });
  }

  private async add(name: string, id: string, job: PlanJob): Promise<void> {
    const options = { jobId: `${name}_${id}`, removeOnComplete: true, removeOnFail: true };
    try {
      await shortly(this.queue.add(name, job, options));
    } catch (error) {
      this.logger.warn({ error, ...job }, 'queue not reachable: the sweep will find it');
    }
  }
}

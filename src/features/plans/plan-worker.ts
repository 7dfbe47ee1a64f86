import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Job } from 'bullmq';
import type { Logger } from 'pino';
import { withLogContext } from '../../platform/logging/log-context.js';
import { LOGGER } from '../../platform/logging/logger.module.js';
import { PlanLeases } from './plan-leases.js';
import { PLAN_QUEUE, type PlanJob } from './plan-queue.js';
import { RunPlan } from './run-plan.js';
import { RunWeightTrials } from './weights/run-weight-trials.js';

const SWEEP_MS = 5_000;

/** Computes the runs that wait, one after the other: the queue says when, the sweep finds what it forgot. */
@Injectable()
export class PlanWorker implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly stopping = new AbortController();
  private timer: NodeJS.Timeout | undefined;
  private working: Promise<void> = Promise.resolve();

  constructor(
    private readonly leases: PlanLeases,
    private readonly runs: RunPlan,
    private readonly trials: RunWeightTrials,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.sweep(), SWEEP_MS);
    this.timer.unref();
  }

  /** A run under way is given back, so that another worker begins it at once. */
  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    this.stopping.abort();
    await this.working;
  }

  /** Resolves when the run has ended, well or badly. */
  take(planId: string): Promise<void> {
    this.working = this.working.then(() => this.compute(planId));
    return this.working;
  }

  /** Resolves when every trial of weights that waits is done. */
  takeTrials(): Promise<void> {
    this.working = this.working.then(() => this.computeTrials());
    return this.working;
  }

  private async computeTrials(): Promise<void> {
    try {
      await this.trials.run(this.stopping.signal);
    } catch (error) {
      this.logger.error({ error }, 'a trial of weights could not be computed');
    }
  }

  private async compute(planId: string): Promise<void> {
    if (this.stopping.signal.aborted) return;
    try {
      await this.runs.run(planId, this.stopping.signal);
    } catch (error) {
      this.logger.error({ error, planId }, 'a plan could not be computed');
    }
  }

  private async sweep(): Promise<void> {
    try {
      for (const { id } of await this.leases.due()) await this.take(id);
      await this.takeTrials();
    } catch (error) {
      this.logger.warn({ error }, 'looking for waiting plans failed');
    }
  }
}

/** Wakes the worker when a run was ordered. */
@Processor(PLAN_QUEUE)
export class PlanProcessor extends WorkerHost {
  constructor(
    private readonly plans: PlanWorker,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    super();
  }

  /** A queue that is away comes back by itself; until then the sweep finds what waits. */
  @OnWorkerEvent('error')
  onError(error: Error): void {
    this.logger.warn({ error }, 'the queue of the plans is not reachable');
  }

  process(job: Job<PlanJob>): Promise<void> {
    const { data, id: jobId = '' } = job;
    return withLogContext({ queue: PLAN_QUEUE, jobId }, () =>
      'planId' in data ? this.plans.take(data.planId) : this.plans.takeTrials(),
    );
  }
}

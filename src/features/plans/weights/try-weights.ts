import { Injectable } from '@nestjs/common';
import type { Weights } from '../../../scheduling/index.js';
import { Database } from '../../../platform/database/database.js';
import { DomainError } from '../../../platform/errors/domain-error.js';
import { JobQueries, OrderJob, type Job } from '../../jobs/index.js';
import { PlansRepository } from '../plans.repository.js';
import type { TrialOrder, TrialResult, WeightTrial } from './weight-trial.js';

/** Whose last plan is searched again, and with which weights beside those of the office. */
export interface TryWeightsCommand {
  readonly officeId: number;
  readonly actor: string;
  readonly present: Weights;
  readonly tried: Weights;
}

/** Orders a short search with other weights; a worker does it, and nothing is saved but its figures. */
@Injectable()
export class TryWeights {
  constructor(
    private readonly database: Database,
    private readonly plans: PlansRepository,
    private readonly order: OrderJob,
    private readonly jobs: JobQueries,
  ) {}

  /** The trial's id; undefined before there is a plan. */
  async run({ officeId, actor, present, tried }: TryWeightsCommand): Promise<string | undefined> {
    const plan = await this.plans.lastWithSnapshot(officeId);
    if (!plan) return undefined;
    const about = { planId: plan.id, present, tried } satisfies TrialOrder;
    const id = await this.database.transaction((tx) =>
      this.order.run(tx, { officeId, actor, kind: 'weights', about }),
    );
    await this.order.wake(id, 'weights');
    return id;
  }

  /** Throws `job-not-found`. */
  async get(officeId: number, id: string): Promise<WeightTrial> {
    const job = await this.jobs.get(officeId, id);
    if (job.kind !== 'weights') throw new DomainError('job-not-found', 'not-found');
    const order = job.about as unknown as TrialOrder;
    return { id, ...order, state: STATES[job.state], result: job.result as TrialResult | null };
  }
}

const STATES: Readonly<Record<Job['state'], WeightTrial['state']>> = {
  waiting: 'waiting',
  running: 'running',
  done: 'ready',
  failed: 'failed',
  cancelled: 'failed',
};

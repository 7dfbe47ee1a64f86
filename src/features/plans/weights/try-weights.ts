import { Injectable } from '@nestjs/common';
import type { Weights } from '../../../scheduling/index.js';
import { Clock } from '../../../platform/clock/clock.js';
import { PlanQueue } from '../plan-queue.js';
import { PlansRepository } from '../plans.repository.js';
import { WeightTrialsRepository, type WeightTrial } from './weight-trials.repository.js';

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
    private readonly clock: Clock,
    private readonly plans: PlansRepository,
    private readonly trials: WeightTrialsRepository,
    private readonly queue: PlanQueue,
  ) {}

  /** The trial's id; undefined before there is a plan. */
  async run({ officeId, actor, present, tried }: TryWeightsCommand): Promise<string | undefined> {
    const plan = await this.plans.lastWithSnapshot(officeId);
    if (!plan) return undefined;
    const now = this.clock.now();
    const id = await this.trials.insert({ officeId, planId: plan.id, present, tried, actor, now });
    await this.queue.wakeForTrial(id);
    return id;
  }

  /** Throws `weight-trial-not-found`. */
  get(officeId: number, id: string): Promise<WeightTrial> {
    return this.trials.get(officeId, id);
  }
}

import { Injectable } from '@nestjs/common';
import {
  inDraftUnits,
  trialTotals,
  type Snapshot,
  type TrialTotals,
  type Weights,
} from '../../../scheduling/index.js';
import { workOf } from '../../matching/index.js';
import { PlanEngine } from '../plan-engine.js';
import { PlansRepository } from '../plans.repository.js';
import { WeightTrialsRepository, type WeightTrial } from './weight-trials.repository.js';

/** Of each of the two searches, on an ordinary machine. */
const SECONDS = 2;
const SEED = 1;

/** Searches the question of a plan again, once with the weights of the office and once with those tried out. */
@Injectable()
export class RunWeightTrials {
  constructor(
    private readonly trials: WeightTrialsRepository,
    private readonly plans: PlansRepository,
    private readonly engine: PlanEngine,
  ) {}

  /** Does every trial that waits. @param stopping this process ends: an unfinished trial is left to another worker */
  async run(stopping: AbortSignal): Promise<void> {
    while (!stopping.aborted) {
      const trial = await this.trials.claim();
      if (!trial) return;
      await this.compute(trial, stopping);
    }
  }

  private async compute(trial: WeightTrial, stopping: AbortSignal): Promise<void> {
    const snapshot = await this.plans.snapshot(trial.planId);
    if (!snapshot) return this.trials.finish(trial.id, null);
    const present = await this.totals(snapshot, trial.present, stopping);
    const tried = await this.totals(snapshot, trial.tried, stopping);
    if (!stopping.aborted) await this.trials.finish(trial.id, { present, tried });
  }

  private async totals(snapshot: Snapshot, weights: Weights, signal: AbortSignal): Promise<TrialTotals> {
    const question = { ...snapshot, weights: inDraftUnits(weights) };
    const { talks } = await this.engine.run(question, {
      seed: SEED,
      work: workOf(SECONDS),
      withBound: false,
      signal,
      onProgress: () => undefined,
    });
    return trialTotals(talks, question);
  }
}

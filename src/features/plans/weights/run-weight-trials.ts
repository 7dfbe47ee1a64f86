import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  inDraftUnits,
  trialTotals,
  type Snapshot,
  type TrialTotals,
  type Weights,
} from '../../../scheduling/index.js';
import { JobHandlers, type Job, type JobHandler, type JobHeartbeat } from '../../jobs/index.js';
import { workOf } from '../../matching/index.js';
import { PlanEngine } from '../plan-engine.js';
import { PlansRepository } from '../plans.repository.js';
import type { TrialOrder, TrialResult } from './weight-trial.js';

/** Of each of the two searches, on an ordinary machine. */
const SECONDS = 2;
const SEED = 1;

/** Searches the question of a plan again, once with the weights of the office and once with those tried out. */
@Injectable()
export class RunWeightTrials implements JobHandler, OnModuleInit {
  readonly kind = 'weights';

  constructor(
    private readonly handlers: JobHandlers,
    private readonly plans: PlansRepository,
    private readonly engine: PlanEngine,
  ) {}

  onModuleInit(): void {
    this.handlers.add(this);
  }

  async run({ about }: Job, heartbeat: JobHeartbeat): Promise<TrialResult> {
    const { planId, present, tried } = about as unknown as TrialOrder;
    const snapshot = await this.plans.snapshot(planId);
    if (!snapshot) throw new Error(`The plan ${planId} has no snapshot any more.`);
    heartbeat.report({ step: 'present', total: 100 });
    const before = await this.totals(snapshot, present, heartbeat, 0);
    heartbeat.report({ step: 'tried', done: 50 });
    return { present: before, tried: await this.totals(snapshot, tried, heartbeat, 50) };
  }

  /** @param from hundredths of the job that are done already; this search is half of it */
  private async totals(
    snapshot: Snapshot,
    weights: Weights,
    heartbeat: JobHeartbeat,
    from: number,
  ): Promise<TrialTotals> {
    const question = { ...snapshot, weights: inDraftUnits(weights) };
    const { talks } = await this.engine.run(question, {
      seed: SEED,
      work: workOf(SECONDS),
      withBound: false,
      signal: heartbeat.signal,
      onProgress: ({ share }) => {
        heartbeat.report({ done: from + Math.round(share * 50) });
      },
    });
    return trialTotals(talks, question);
  }
}

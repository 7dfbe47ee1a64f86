import { Injectable } from '@nestjs/common';
import { PlanEngine } from './plan-engine.js';
import { PlanHeartbeat } from './plan-heartbeat.js';
import { PlanLeases, type PlanLease } from './plan-leases.js';
import { PlanQuestions } from './plan-questions.js';
import { PlansRepository } from './plans.repository.js';
import { SavePlan } from './save-plan.js';

/** Computes one plan. Called twice for the same plan, by whomever, it is computed once. */
@Injectable()
export class RunPlan {
  constructor(
    private readonly leases: PlanLeases,
    private readonly plans: PlansRepository,
    private readonly questions: PlanQuestions,
    private readonly engine: PlanEngine,
    private readonly save: SavePlan,
  ) {}

  /** @param stopping gives the run back to the other workers: this process ends */
  async run(planId: string, stopping: AbortSignal): Promise<void> {
    const lease = await this.leases.claim(planId);
    if (!lease) return;
    const heartbeat = new PlanHeartbeat(this.leases, lease, stopping);
    try {
      await this.compute(lease, heartbeat);
    } catch (error) {
      await this.leases.fail(lease, 'internal');
      throw error;
    } finally {
      await heartbeat.end();
    }
  }

  /** A run that was called off keeps the best plan found until then. */
  private async compute(lease: PlanLease, heartbeat: PlanHeartbeat): Promise<void> {
    const plan = await this.plans.get(lease.officeId, lease.planId);
    const question = await this.questions.read(plan);
    heartbeat.report({ step: 'searching', households: question.householdIds.length });
    const answer = await this.engine.run(question.snapshot, {
      seed: plan.seed,
      work: plan.work,
      signal: heartbeat.signal,
      onProgress: ({ share, cost }) => {
        heartbeat.report({ share, costRappen: cost });
      },
    });
    if (heartbeat.endedEarly === 'lost') return;
    if (heartbeat.endedEarly === 'stop') return this.leases.release(lease);
    heartbeat.report({ step: 'explaining', share: 1, costRappen: answer.cost.total });
    await this.save.run(lease, question, answer);
  }
}

import { Injectable } from '@nestjs/common';
import { PlanEngine, type EngineAnswer } from './plan-engine.js';
import { PlanHeartbeat } from './plan-heartbeat.js';
import { PlanLeases, type PlanLease } from './plan-leases.js';
import { PlanQuestions, type PlanQuestion } from './plan-questions.js';
import { PlansRepository } from './plans.repository.js';
import { SavePlan } from './save-plan.js';
import { settledAnswer, withoutUninviting } from './settled-answer.js';

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
    const asked = await this.questions.read(plan);
    heartbeat.report({ step: 'searching', households: asked.householdIds.length });
    const { question, answer } = await this.search(asked, heartbeat);
    if (heartbeat.endedEarly === 'lost') return;
    if (heartbeat.endedEarly === 'stop') return this.leases.release(lease);
    heartbeat.report({ step: 'explaining', share: 1, costRappen: answer.cost.total });
    await this.save.run(lease, question, settledAnswer(question, answer));
  }

  /** Looks again, with fewer talks that may move, as long as somebody would be uninvited. */
  private async search(
    question: PlanQuestion,
    heartbeat: PlanHeartbeat,
  ): Promise<{ readonly question: PlanQuestion; readonly answer: EngineAnswer }> {
    const answer = await this.engine.run(question.snapshot, {
      seed: question.plan.seed,
      work: question.plan.work,
      signal: heartbeat.signal,
      onProgress: ({ share, cost }) => {
        heartbeat.report({ share, costRappen: cost });
      },
    });
    const kinder = withoutUninviting(question, answer.talks);
    return kinder ? this.search(kinder, heartbeat) : { question, answer };
  }
}

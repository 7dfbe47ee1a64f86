import { Injectable, type OnModuleInit } from '@nestjs/common';
import { sqlState, type Tx } from '../../platform/database/database.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { JobHandlers, type Job, type JobHandler, type JobHeartbeat } from '../jobs/index.js';
import { PlanEngine, type EngineAnswer } from './plan-engine.js';
import { PlanQuestions, type PlanQuestion } from './plan-questions.js';
import type { PlanProgress } from './plan-record.js';
import { PlansRepository } from './plans.repository.js';
import { SavePlan } from './save-plan.js';
import { settledAnswer, withoutUninviting } from './settled-answer.js';

const UNIQUE_VIOLATION = '23505';

/** Computes one plan: a job of the kind `matching`, with the id of its plan. */
@Injectable()
export class RunPlan implements JobHandler, OnModuleInit {
  readonly kind = 'matching';

  constructor(
    private readonly handlers: JobHandlers,
    private readonly plans: PlansRepository,
    private readonly questions: PlanQuestions,
    private readonly engine: PlanEngine,
    private readonly save: SavePlan,
  ) {}

  onModuleInit(): void {
    this.handlers.add(this);
  }

  /** A run that was called off keeps the best plan found until then. */
  async run({ officeId, id }: Job, heartbeat: JobHeartbeat): Promise<null> {
    heartbeat.report(progressOf({ step: 'reading' }));
    const asked = await this.questions.read(await this.plans.get(officeId, id));
    heartbeat.report(progressOf({ step: 'searching', households: asked.householdIds.length }));
    const { question, answer } = await this.search(asked, heartbeat);
    if (heartbeat.endedEarly === 'lost' || heartbeat.endedEarly === 'stop') return null;
    heartbeat.report(progressOf({ step: 'explaining', share: 1, costRappen: answer.cost.total }));
    await this.save.run(heartbeat.lease, question, settledAnswer(question, answer));
    return null;
  }

  async failed(tx: Tx, { id, failure }: Job): Promise<void> {
    await this.plans.change(tx, id, { state: 'failed', failure });
  }

  /** Throws `plan-another-running` when the office has another run by now. */
  async restarted(tx: Tx, { officeId, id }: Job): Promise<void> {
    const { state } = await this.plans.lock(tx, officeId, id);
    if (state !== 'failed') throw new DomainError('plan-not-open', 'conflict');
    try {
      await this.plans.change(tx, id, { state: 'draft', failure: null });
    } catch (error) {
      if (sqlState(error) !== UNIQUE_VIOLATION) throw error;
      throw new DomainError('plan-another-running', 'conflict');
    }
  }

  /** Looks again, with fewer talks that may move, as long as somebody would be uninvited. */
  private async search(
    question: PlanQuestion,
    heartbeat: JobHeartbeat,
  ): Promise<{ readonly question: PlanQuestion; readonly answer: EngineAnswer }> {
    const answer = await this.engine.run(question.snapshot, {
      seed: question.plan.seed,
      work: question.plan.work,
      signal: heartbeat.signal,
      onProgress: ({ share, cost }) => {
        heartbeat.report(progressOf({ share, costRappen: cost }));
      },
    });
    const kinder = withoutUninviting(question, answer.talks);
    return kinder ? this.search(kinder, heartbeat) : { question, answer };
  }
}

/** The progress of a run in the words of jobs: the search in hundredths, and the whole of it as figures. */
function progressOf(progress: Partial<PlanProgress>): Parameters<JobHeartbeat['report']>[0] {
  const { step, share } = progress;
  return {
    ...(step === undefined ? {} : { step }),
    ...(share === undefined ? {} : { done: Math.round(share * 100) }),
    total: 100,
    facts: { ...progress },
  };
}

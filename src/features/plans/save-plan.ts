import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import type { JobLease } from '../jobs/index.js';
import { comparePlan } from './plan-comparison.js';
import { leftOutRows, rowsOf } from './plan-findings.js';
import { PlanGaps } from './plan-gaps.js';
import type { PlanQuestion } from './plan-questions.js';
import { PlanRowsRepository } from './plan-rows.repository.js';
import { PlansRepository } from './plans.repository.js';
import type { SettledAnswer } from './settled-answer.js';

/** Writes down what a run found: its rows, who has no talk and why, and how it compares. */
@Injectable()
export class SavePlan {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly plans: PlansRepository,
    private readonly rows: PlanRowsRepository,
    private readonly gaps: PlanGaps,
  ) {}

  /** False when another worker has taken the run up meanwhile: nothing is written then. */
  async run(lease: JobLease, question: PlanQuestion, answer: SettledAnswer): Promise<boolean> {
    const { talks } = answer;
    const rows = [...rowsOf(question, answer), ...leftOutRows(question)];
    const gaps = await this.gaps.explain(question, talks);
    const totals = await comparePlan(question, talks);
    const { plan, snapshot } = question;
    return this.database.transaction(async (tx) => {
      const outcome = {
        horizon: snapshot.horizon,
        snapshot,
        cost: answer.cost,
        bound: answer.bound,
        totals,
        now: this.clock.now(),
      };
      if (!(await this.plans.finish(tx, lease, outcome))) return false;
      await this.rows.insert(tx, plan.id, rows);
      await this.rows.insertGaps(tx, plan.id, gaps);
      if (plan.basedOn !== null) await this.plans.change(tx, plan.basedOn, { state: 'discarded' });
      return true;
    });
  }
}

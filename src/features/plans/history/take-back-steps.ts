import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../../platform/database/database.js';
import { DomainError } from '../../../platform/errors/domain-error.js';
import { isOpen } from '../plan.js';
import { PlanRowsRepository, type PlanRow } from '../plan-rows.repository.js';
import { PlansRepository } from '../plans.repository.js';
import { PlanSteps } from './plan-steps.js';

/** Which step, and all after it, did not happen; `version` is that of the plan when the steps were shown. */
export interface TakeBackStepsCommand {
  readonly officeId: number;
  readonly planId: string;
  readonly actor: string;
  readonly version: number;
  readonly step: number;
}

export interface TakeBackStepsOutcome {
  /** Somebody did something with the plan meanwhile. */
  readonly kind: 'taken-back' | 'changed-meanwhile';
}

/** Gives the rows of a plan under review back as they were before a step. That is a step too, and can be taken back. */
@Injectable()
export class TakeBackSteps {
  constructor(
    private readonly database: Database,
    private readonly plans: PlansRepository,
    private readonly rows: PlanRowsRepository,
    private readonly steps: PlanSteps,
  ) {}

  /** Throws `plan-not-found` and `plan-not-open`. */
  run(command: TakeBackStepsCommand): Promise<TakeBackStepsOutcome> {
    const { officeId, planId, version, step } = command;
    return this.database.transaction(async (tx) => {
      const plan = await this.plans.lock(tx, officeId, planId);
      if (!isOpen(plan.state)) throw new DomainError('plan-not-open', 'conflict');
      if (plan.version !== version) return { kind: 'changed-meanwhile' };
      const changed = await this.restore(tx, planId, step);
      if (changed.length > 0) {
        await this.steps.record(tx, command, 'take-back', changed);
        await this.plans.change(tx, planId, {});
      }
      return { kind: 'taken-back' };
    });
  }

  /** Returns the rows as they were until now. */
  private async restore(tx: Tx, planId: string, step: number): Promise<PlanRow[]> {
    const changed: PlanRow[] = [];
    for (const before of await this.steps.rowsBefore(tx, planId, step)) {
      const row = await this.rows.lock(tx, planId, before.householdId);
      const { state, proposed, undo, conflict } = before;
      await this.rows.move(tx, row, before, { state, proposed, undo, conflict });
      changed.push(row);
    }
    return changed;
  }
}

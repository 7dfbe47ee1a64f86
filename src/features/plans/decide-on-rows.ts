import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../platform/database/database.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { PlanSteps } from './history/plan-steps.js';
import { isOpen, rowAfter, type RowAction } from './plan.js';
import { PlanRowsRepository, type PlanRow } from './plan-rows.repository.js';
import { PlansRepository } from './plans.repository.js';

/** What to do with some rows of a plan. */
export interface DecideOnRowsCommand {
  readonly officeId: number;
  readonly planId: string;
  readonly actor: string;
  readonly action: RowAction;
  /** `proposed`: every row that nobody has decided on. */
  readonly householdIds: readonly number[] | 'proposed';
}

export interface DecideOnRowsOutcome {
  readonly kind: 'decided';
  /** Rows that are different now. */
  readonly changed: number;
}

/** Accepts, pins or leaves out rows of a plan under review, or takes back the last thing done with them. */
@Injectable()
export class DecideOnRows {
  constructor(
    private readonly database: Database,
    private readonly plans: PlansRepository,
    private readonly rows: PlanRowsRepository,
    private readonly steps: PlanSteps,
  ) {}

  /** Throws `plan-not-found`, `plan-not-open` and `plan-row-not-found`. Doing it twice is doing it once. */
  run(command: DecideOnRowsCommand): Promise<DecideOnRowsOutcome> {
    const { officeId, planId, action } = command;
    return this.database.transaction(async (tx) => {
      const plan = await this.plans.lock(tx, officeId, planId);
      if (!isOpen(plan.state)) throw new DomainError('plan-not-open', 'conflict');
      const changed: PlanRow[] = [];
      for (const householdId of await this.wanted(tx, command)) {
        const row = await this.rows.lock(tx, planId, householdId);
        if (await this.decide(tx, row, action)) changed.push(row);
      }
      if (changed.length > 0) {
        await this.steps.record(tx, command, action, changed);
        await this.plans.change(tx, planId, {});
      }
      return { kind: 'decided', changed: changed.length };
    });
  }

  private async wanted(tx: Tx, { planId, householdIds }: DecideOnRowsCommand): Promise<readonly number[]> {
    if (householdIds !== 'proposed') return householdIds;
    const rows = await this.rows.of(planId, tx);
    return rows.filter(({ state }) => state === 'proposed').map(({ householdId }) => householdId);
  }

  private async decide(tx: Tx, row: PlanRow, action: RowAction): Promise<boolean> {
    const next = rowAfter({ state: row.state, before: row.undo?.state ?? null }, action);
    if (!next || next.state === row.state) return false;
    if (action === 'undo' && row.undo) {
      const { proposed, ...to } = row.undo;
      await this.rows.move(tx, row, to, { state: next.state, proposed, undo: null });
    } else {
      await this.rows.change(tx, row, { state: next.state, undo: asBefore(row) });
    }
    return true;
  }
}

/** What undoing will give back. */
export function asBefore({ state, place, reasons, cost, proposed }: PlanRow): NonNullable<PlanRow['undo']> {
  return { state, place, reasons, cost, proposed };
}

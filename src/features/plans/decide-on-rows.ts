import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../platform/database/database.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { Audit } from '../audit/index.js';
import { isOpen, rowAfter, type RowAction } from './plan.js';
import { PlanRowsRepository, type PlanRow } from './plan-rows.repository.js';
import { PlansRepository } from './plans.repository.js';

/** What to do with some rows of a plan. */
export interface DecideOnRowsCommand {
  readonly officeId: number;
  readonly planId: string;
  readonly actor: string;
  readonly action: RowAction;
  readonly householdIds: readonly number[];
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
    private readonly audit: Audit,
  ) {}

  /** Throws `plan-not-found`, `plan-not-open` and `plan-row-not-found`. Doing it twice is doing it once. */
  run(command: DecideOnRowsCommand): Promise<DecideOnRowsOutcome> {
    const { officeId, planId, actor, action } = command;
    return this.database.transaction(async (tx) => {
      const plan = await this.plans.lock(tx, officeId, planId);
      if (!isOpen(plan.state)) throw new DomainError('plan-not-open', 'conflict');
      let changed = 0;
      for (const householdId of command.householdIds) {
        const row = await this.rows.lock(tx, planId, householdId);
        if (await this.decide(tx, row, action)) changed += 1;
      }
      if (changed > 0) {
        await this.plans.change(tx, planId, {});
        const detail = { action, rows: changed };
        const subject = { subjectKind: 'plan', subjectId: planId };
        await this.audit.record(tx, { officeId, actor, action: 'plan-rows-decided', ...subject, detail });
      }
      return { kind: 'decided', changed };
    });
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

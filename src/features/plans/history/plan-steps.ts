import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { Database, type Tx } from '../../../platform/database/database.js';
import { Audit } from '../../audit/index.js';
import type { RowAction } from '../plan.js';
import type { PlanRow } from '../plan-rows.repository.js';

/** What somebody did with rows of a plan; `take-back` undid earlier steps. */
export type StepAction = RowAction | 'change' | 'take-back';

/** A step of the review. */
export interface PlanStep {
  /** 1, 2, … in each edition. */
  readonly step: number;
  readonly action: StepAction;
  readonly actor: string;
  readonly takenAt: Date;
  /** Rows that it changed. */
  readonly rows: number;
}

/** A row as it was before a step. */
export type RowBeforeStep = Pick<
  PlanRow,
  'householdId' | 'state' | 'place' | 'reasons' | 'cost' | 'proposed' | 'undo' | 'conflict'
>;

/** What was done in a review: written down with every step, for the way back and for the audit. */
@Injectable()
export class PlanSteps {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** To be called when the plan is locked. @param rows as they were before */
  async record(
    tx: Tx,
    of: { readonly officeId: number; readonly planId: string; readonly actor: string },
    action: StepAction,
    rows: readonly RowBeforeStep[],
  ): Promise<void> {
    const { officeId, planId, actor } = of;
    const before = rows.map(({ householdId, state, place, reasons, cost, proposed, undo, conflict }) => ({
      householdId,
      state,
      place,
      reasons,
      cost,
      proposed,
      undo,
      conflict,
    }));
    await tx.query(
      `insert into plan_steps (plan_id, step, action, actor, taken_at, before)
       select $1, coalesce(max(step), 0) + 1, $2, $3, $4, $5 from plan_steps where plan_id = $1`,
      [planId, action, actor, this.clock.now(), JSON.stringify(before)],
    );
    const subject = { subjectKind: 'plan', subjectId: planId };
    const detail = { action, householdIds: rows.map(({ householdId }) => householdId) };
    await this.audit.record(tx, { officeId, actor, action: 'plan-rows-decided', ...subject, detail });
  }

  /** The newest first. */
  of(planId: string): Promise<PlanStep[]> {
    return this.database.query<PlanStep>(
      `select step, action, actor, taken_at as "takenAt", jsonb_array_length(before) as rows
         from plan_steps where plan_id = $1 order by step desc`,
      [planId],
    );
  }

  /** The rows before a step, as far as it or a later one changed them. */
  async rowsBefore(tx: Tx, planId: string, step: number): Promise<RowBeforeStep[]> {
    const rows = await tx.query<{ row: RowBeforeStep }[]>(
      `select distinct on (row -> 'householdId') row
         from plan_steps, jsonb_array_elements(before) as row
        where plan_id = $1 and step >= $2 order by row -> 'householdId', step`,
      [planId, step],
    );
    return rows.map(({ row }) => row);
  }
}

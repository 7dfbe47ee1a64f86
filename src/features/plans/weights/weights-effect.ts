import { Injectable } from '@nestjs/common';
import {
  buildSchedule,
  inDraftUnits,
  planCost,
  type Candidate,
  type PlanCost,
  type Snapshot,
  type Weights,
} from '../../../scheduling/index.js';
import { Database } from '../../../platform/database/database.js';
import { candidateOfPlace } from '../plan-place.js';
import type { Plan } from '../plan-record.js';
import { PlanRowsRepository, type PlanGap, type PlanRow } from '../plan-rows.repository.js';
import { PlansRepository } from '../plans.repository.js';

/** What the last plan costs with the present weights and with others. */
export interface WeightsEffect {
  readonly plan: Plan;
  readonly before: PlanCost;
  readonly after: PlanCost;
}

/** Prices the last plan of an office with other weights. */
@Injectable()
export class WeightsEffects {
  constructor(
    private readonly database: Database,
    private readonly plans: PlansRepository,
    private readonly rows: PlanRowsRepository,
  ) {}

  /** Undefined before there is a plan. */
  async run(officeId: number, present: Weights, others: Weights): Promise<WeightsEffect | undefined> {
    const plan = await this.plans.lastWithSnapshot(officeId);
    const snapshot = plan && (await this.plans.snapshot(plan.id));
    if (!snapshot) return undefined;
    const talks = talksOf(await this.rows.of(plan.id), await this.rows.gapsOf(plan.id), snapshot);
    const priced = (weights: Weights): PlanCost =>
      planCost(buildSchedule({ ...snapshot, weights: inDraftUnits(weights) }, talks));
    return { plan, before: priced(present), after: priced(others) };
  }

  /** Rappen that an hour of interpreting costs by the tariffs of the office's interpreters, on average. */
  async hourRappen(officeId: number): Promise<number> {
    const [row] = await this.database.query<{ hour: number | null }>(
      `select avg(hourly_rappen)::int as hour from tariffs
        where code in (select tariff_code from interpreters i join office_interpreters o on o.interpreter_id = i.id
                        where o.office_id = $1)`,
      [officeId],
    );
    return row?.hour ?? 0;
  }
}

/** Every talk of a plan: its rows, and the announced ones that it leaves where they are. */
function talksOf(
  rows: readonly PlanRow[],
  gaps: readonly PlanGap[],
  { appointments }: Snapshot,
): Candidate[] {
  const planned = rows.filter(({ state }) => state !== 'left-out');
  const elsewhere = new Set(
    [...planned, ...rows.filter(({ moves }) => moves === null), ...gaps].map(({ householdId }) =>
      String(householdId),
    ),
  );
  return [
    ...appointments.filter(({ newcomer }) => !elsewhere.has(newcomer)),
    ...planned.map(({ householdId, place }) => candidateOfPlace(householdId, place)),
  ];
}

import { Injectable } from '@nestjs/common';
import { buildSchedule, planCost, type PlanCost, type Weights } from '../../scheduling/index.js';
import { Database } from '../../platform/database/database.js';
import { candidateOfPlace } from './plan-place.js';
import type { Plan } from './plan-record.js';
import { PlanRowsRepository } from './plan-rows.repository.js';
import { PlansRepository } from './plans.repository.js';

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
    const plans = await this.plans.list(officeId, 10);
    const plan = plans.find(({ state }) => state === 'ready' || state === 'published');
    const snapshot = plan && (await this.plans.snapshot(plan.id));
    if (!snapshot) return undefined;
    const rows = (await this.rows.of(plan.id)).filter(({ state }) => state !== 'left-out');
    const pinned = snapshot.appointments.filter((appointment) => appointment.pinned);
    const standing = new Set(pinned.map(({ newcomer }) => newcomer));
    const planned = rows
      .filter(({ householdId }) => !standing.has(String(householdId)))
      .map(({ householdId, place }) => candidateOfPlace(householdId, place));
    const priced = (weights: Weights): PlanCost =>
      planCost(buildSchedule({ ...snapshot, weights }, [...pinned, ...planned]));
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

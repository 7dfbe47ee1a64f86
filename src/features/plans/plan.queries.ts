import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { PlanSteps, type PlanStep } from './history/plan-steps.js';
import type { Plan } from './plan-record.js';
import { PlanRowsRepository, type PlanGap, type PlanRow } from './plan-rows.repository.js';
import { PlansRepository } from './plans.repository.js';

/** A household as the review of a plan shows it. */
interface PlannedHousehold {
  readonly id: number;
  readonly name: string;
  readonly reference: string;
  readonly municipality: string | null;
  /** Best first. */
  readonly languages: readonly string[];
  readonly channel: 'email' | 'letter';
  readonly letterLanguage: string;
  readonly persons: number;
  readonly stepFree: boolean;
  readonly arrivedOn: string;
  readonly targetOn: string;
}

export interface ReviewRow extends PlanRow {
  readonly household: PlannedHousehold;
}

export interface ReviewGap extends PlanGap {
  readonly household: PlannedHousehold;
}

/** A plan with everything that its review shows. */
export interface PlanReview {
  readonly plan: Plan;
  readonly rows: readonly ReviewRow[];
  readonly gaps: readonly ReviewGap[];
}

/** How a review came to where it is: its editions, the first one first, and the steps in one of them, the newest first. */
export interface PlanHistory {
  readonly editions: readonly Plan[];
  readonly steps: readonly PlanStep[];
}

const HOUSEHOLDS = `
select h.id, trim(p.first_name || ' ' || p.last_name) as name, h.reference, m.name as municipality,
       array(select language from household_languages where household_id = h.id order by rank) as languages,
       h.channel, h.letter_language as "letterLanguage",
       (select count(*)::int from persons where household_id = h.id) as persons, h.step_free as "stepFree",
       h.arrived_on::text as "arrivedOn", h.target_on::text as "targetOn"
  from households h
  join persons p on p.household_id = h.id and p.is_contact
  left join lateral (select name from municipalities where bfs_number = h.municipality_bfs
                      order by valid_from desc limit 1) m on true
 where h.id in (select household_id from plan_rows where plan_id = $1
                union select household_id from plan_gaps where plan_id = $1)`;

/** Numbers of what a plan would be about; `fallenOut` are announced talks with an absence in their way. */
export interface WaitingForPlan {
  readonly households: number;
  readonly overdue: number;
  readonly fallenOut: number;
}

const WAITING = `
select count(*)::int as households, count(*) filter (where target_on < $2::timestamptz::date)::int as overdue,
       (select count(distinct t.id)::int from talks t
          join absences a on (a.resource_kind, a.resource_id) in ((1, t.room_id), (2, t.caseworker_id), (3, t.interpreter_id))
           and a.during && tstzrange(t.starts_at, t.starts_at + make_interval(mins => t.minutes))
         where t.office_id = $1 and t.state in ('planned', 'invited', 'confirmed', 'change-requested')
           and t.starts_at > $2) as "fallenOut"
  from households where office_id = $1 and state = 'open'`;

/** Reads plans of one office; a plan of another office is not found. */
@Injectable()
export class PlanQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly plans: PlansRepository,
    private readonly planRows: PlanRowsRepository,
    private readonly steps: PlanSteps,
  ) {}

  /** Throws `plan-not-found`. */
  get(officeId: number, planId: string): Promise<Plan> {
    return this.plans.get(officeId, planId);
  }

  /** The newest first. */
  list(officeId: number, limit: number): Promise<Plan[]> {
    return this.plans.list(officeId, limit);
  }

  /** The run or review that is not over; the newest when there are several. */
  async current(officeId: number): Promise<Plan | undefined> {
    const plans = await this.plans.list(officeId, 10);
    return plans.find(({ state }) => state === 'draft' || state === 'running' || state === 'ready');
  }

  /** Empty for a plan of another office. */
  async history(officeId: number, planId: string): Promise<PlanHistory> {
    const [editions, steps] = await Promise.all([
      this.plans.editions(officeId, planId),
      this.steps.of(planId),
    ]);
    return { editions, steps: editions.some(({ id }) => id === planId) ? steps : [] };
  }

  /** The edition that follows a plan, when one is being made or was. */
  next(officeId: number, planId: string): Promise<Plan | undefined> {
    return this.plans.following(officeId, planId);
  }

  /** Throws `plan-not-found`. Rows by their start. */
  async review(officeId: number, planId: string): Promise<PlanReview> {
    const plan = await this.plans.get(officeId, planId);
    const [rows, gaps, households] = await Promise.all([
      this.planRows.of(planId),
      this.planRows.gapsOf(planId),
      this.database.query<PlannedHousehold>(HOUSEHOLDS, [planId]),
    ]);
    const byId = new Map(households.map((household) => [household.id, household]));
    const withHousehold = <T extends { readonly householdId: number }>(
      item: T,
    ): (T & { readonly household: PlannedHousehold })[] => {
      const household = byId.get(item.householdId);
      return household ? [{ ...item, household }] : [];
    };
    return { plan, rows: rows.flatMap(withHousehold), gaps: gaps.flatMap(withHousehold) };
  }

  /** What waits for a plan: households, and announced talks that cannot be held as they are. */
  async waiting(officeId: number): Promise<WaitingForPlan> {
    const [counts] = await this.database.query<WaitingForPlan>(WAITING, [officeId, this.clock.now()]);
    return counts ?? { households: 0, overdue: 0, fallenOut: 0 };
  }
}

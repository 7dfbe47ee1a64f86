import { Injectable } from '@nestjs/common';
import type { PlanCost, Snapshot } from '../../scheduling/index.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { JobLeases, type JobLease } from '../jobs/index.js';
import type { AnnouncedPolicy, Plan, PlanComparison, PlanSelection } from './plan-record.js';

const COLUMNS = `
id, office_id as "officeId",
case when state = 'draft' and (select job.state from jobs job where job.id = plans.id) = 'running' then 'running' else state end as state,
version, edition, based_on as "basedOn", weeks, horizon_from::text as "horizonFrom",
horizon_to::text as "horizonTo", seed, work, household_ids as "householdIds", selection, announced, from_day::text as "fromDay",
coalesce((select job.facts from jobs job where job.id = plans.id), progress) as progress, cost, bound, totals, failure,
'{"moved": 0}'::jsonb || result as result, created_by as "createdBy", created_at as "createdAt",
finished_at as "finishedAt", published_by as "publishedBy", published_at as "publishedAt"`;

const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;

/** What a new run is about. */
export interface NewPlan {
  readonly officeId: number;
  readonly weeks: number;
  readonly seed: number;
  readonly work: number;
  readonly householdIds: readonly number[] | null;
  readonly selection: PlanSelection;
  readonly announced: AnnouncedPolicy;
  readonly fromDay: string | null;
  readonly basedOn: Pick<Plan, 'id' | 'edition'> | null;
  readonly actor: string;
  readonly now: Date;
}

/** What a run found, beside its rows. */
export interface PlanOutcome {
  readonly horizon: { readonly from: string; readonly to: string };
  readonly snapshot: Snapshot;
  readonly cost: PlanCost;
  readonly bound: number | null;
  readonly totals: PlanComparison;
  readonly now: Date;
}

/** Loads and saves plans; their rows are elsewhere. */
@Injectable()
export class PlansRepository {
  constructor(
    private readonly database: Database,
    private readonly leases: JobLeases,
  ) {}

  /** Throws `plan-not-found`, also for a plan of another office. */
  async get(officeId: number, planId: string): Promise<Plan> {
    if (!UUID.test(planId)) throw notFound();
    const sql = `select ${COLUMNS} from plans where office_id = $1 and id = $2`;
    return only(await this.database.query<Plan>(sql, [officeId, planId]));
  }

  /** The plan, locked until the transaction ends. Throws `plan-not-found`. */
  async lock(tx: Tx, officeId: number, planId: string): Promise<Plan> {
    if (!UUID.test(planId)) throw notFound();
    const sql = `select ${COLUMNS} from plans where office_id = $1 and id = $2 for update`;
    return only(await tx.query<Plan[]>(sql, [officeId, planId]));
  }

  /** The newest plans first. */
  list(officeId: number, limit: number): Promise<Plan[]> {
    const sql = `select ${COLUMNS} from plans where office_id = $1 order by created_at desc, id desc limit $2`;
    return this.database.query<Plan>(sql, [officeId, limit]);
  }

  /** The new plan's id; undefined when a run of the office, or the same next edition, is there already. */
  async insert(tx: Tx, plan: NewPlan): Promise<string | undefined> {
    const [row] = await tx.query<{ id: string }[]>(
      `insert into plans (office_id, weeks, seed, work, household_ids, based_on, edition, created_by, created_at, selection, announced,
              from_day)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict do nothing returning id`,
      [
        plan.officeId,
        plan.weeks,
        plan.seed,
        plan.work,
        plan.householdIds,
        plan.basedOn?.id ?? null,
        (plan.basedOn?.edition ?? 0) + 1,
        plan.actor,
        plan.now,
        plan.selection,
        plan.announced,
        plan.fromDay,
      ],
    );
    return row?.id;
  }

  /** The run of the office that has not ended, or the edition that follows a plan. */
  async running(officeId: number, basedOn: string | null): Promise<Plan | undefined> {
    const [plan] = await this.database.query<Plan>(
      `select ${COLUMNS} from plans
        where office_id = $1 and (state = 'draft' or (based_on = $2 and state <> 'failed'))
        order by created_at desc limit 1`,
      [officeId, basedOn],
    );
    return plan;
  }

  /** Every edition of the review that a plan belongs to, the first one first; none of another office. */
  async editions(officeId: number, planId: string): Promise<Plan[]> {
    if (!UUID.test(planId)) throw notFound();
    return this.database.query<Plan>(
      `with recursive up as (
         select id, based_on from plans where id = $2
         union all select plans.id, plans.based_on from plans join up on plans.id = up.based_on),
       down as (
         select id from up where based_on is null
         union all select plans.id from plans join down on plans.based_on = down.id where plans.state <> 'failed')
       select ${COLUMNS} from plans where office_id = $1 and id in (select id from down) order by edition`,
      [officeId, planId],
    );
  }

  /** The next edition of a plan; undefined when there is none. */
  async following(officeId: number, planId: string): Promise<Plan | undefined> {
    const [plan] = await this.database.query<Plan>(
      `select ${COLUMNS} from plans where office_id = $1 and based_on = $2 and state <> 'failed'`,
      [officeId, planId],
    );
    return plan;
  }

  /** Raises the version and sets columns. */
  async change(tx: Tx, planId: string, columns: Readonly<Record<string, unknown>>): Promise<void> {
    const names = Object.keys(columns);
    const sets = names.map((name, index) => `, ${name} = $${index + 2}`).join('');
    await tx.query(`update plans set version = version + 1${sets} where id = $1`, [
      planId,
      ...names.map((name) => columns[name]),
    ]);
  }

  /** The newest plan that is under review or published; undefined before there is one. */
  async lastWithSnapshot(officeId: number): Promise<Plan | undefined> {
    const [plan] = await this.database.query<Plan>(
      `select ${COLUMNS} from plans
        where office_id = $1 and state in ('ready', 'published') and snapshot is not null
        order by created_at desc, id desc limit 1`,
      [officeId],
    );
    return plan;
  }

  /** The question a run answered; undefined before it has. */
  async snapshot(planId: string): Promise<Snapshot | undefined> {
    const [row] = await this.database.query<{ snapshot: Snapshot | null }>(
      'select snapshot from plans where id = $1',
      [planId],
    );
    return row?.snapshot ?? undefined;
  }

  /** Ends a run that still has its lease: the plan can be reviewed; false when another worker has taken it up. */
  async finish(tx: Tx, lease: JobLease, outcome: PlanOutcome): Promise<boolean> {
    if (!(await this.leases.finish(tx, lease, { state: 'done', result: null }))) return false;
    await tx.query(
      `update plans set state = 'ready', version = version + 1, horizon_from = $2, horizon_to = $3, snapshot = $4,
              cost = $5, bound = $6, totals = $7, finished_at = $8 where id = $1`,
      [
        lease.jobId,
        outcome.horizon.from,
        outcome.horizon.to,
        outcome.snapshot,
        outcome.cost,
        outcome.bound === null ? null : { total: outcome.bound },
        outcome.totals,
        outcome.now,
      ],
    );
    return true;
  }
}

function only(plans: readonly Plan[]): Plan {
  const [plan] = plans;
  if (!plan) throw notFound();
  return plan;
}

const notFound = (): DomainError => new DomainError('plan-not-found', 'not-found');

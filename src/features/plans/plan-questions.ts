import { Injectable } from '@nestjs/common';
import { buildSchedule, checkTalk, type Appointment, type Snapshot } from '../../scheduling/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { Offices, type Office } from '../offices/index.js';
import { SchedulingSnapshots, type OfficeWorld } from '../talks/index.js';
import { isKeptByRerun } from './plan.js';
import { candidateOfPlace } from './plan-place.js';
import type { Plan } from './plan-record.js';
import { PlanRowsRepository, type PlanRow } from './plan-rows.repository.js';

/** What a run has to answer. */
export interface PlanQuestion {
  readonly plan: Plan;
  readonly office: Office;
  readonly world: OfficeWorld;
  /** The office's world with the kept rows as talks that stay. */
  readonly snapshot: Snapshot;
  /** Households without a talk that are looked at, kept ones included. */
  readonly householdIds: readonly number[];
  /** Rows of the edition before, by household. */
  readonly before: ReadonlyMap<number, PlanRow>;
  /** Those of them that stay where they are. */
  readonly kept: ReadonlyMap<number, PlanRow>;
  readonly now: Date;
}

/** Reads what a run is about: the open households, and the world they are to meet in. */
@Injectable()
export class PlanQuestions {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly offices: Offices,
    private readonly snapshots: SchedulingSnapshots,
    private readonly rows: PlanRowsRepository,
  ) {}

  async read(plan: Plan): Promise<PlanQuestion> {
    const office = await this.offices.get(plan.officeId);
    const rows = plan.basedOn === null ? [] : await this.rows.of(plan.basedOn);
    const before = new Map(rows.map((row) => [row.householdId, row]));
    const leftOut = rows.filter(({ state }) => state === 'left-out').map(({ householdId }) => householdId);
    const open = await this.openHouseholds(plan);
    const householdIds = open.filter((id) => !leftOut.includes(id));
    const world = await this.world(plan, householdIds);
    const kept = keptRows(rows, world);
    const now = this.clock.now();
    const snapshot = withKept(withDraft(world.snapshot, rows, kept), [...kept.values()]);
    return { plan, office, world, snapshot, householdIds, before, kept, now };
  }

  /** The world of a plan's weeks around some households. */
  async world(plan: Pick<Plan, 'officeId' | 'weeks'>, householdIds: readonly number[]): Promise<OfficeWorld> {
    const office = await this.offices.get(plan.officeId);
    const policies = { ...office.policies, horizonWeeks: plan.weeks };
    return this.snapshots.load({ office: { ...office, policies }, householdIds });
  }

  /** Households that wait for a talk and can be talked with, the oldest arrivals first. */
  private async openHouseholds({ officeId, householdIds }: Plan): Promise<number[]> {
    const rows = await this.database.query<{ id: number }>(
      `select id from households h
        where office_id = $1 and state = 'open' and ($2::int[] is null or id = any($2))
          and exists (select from household_languages where household_id = h.id)
        order by arrived_on, id`,
      [officeId, householdIds],
    );
    return rows.map(({ id }) => id);
  }
}

/** Rows that somebody decided on, as far as their place is still free; the others are planned anew. */
function keptRows(rows: readonly PlanRow[], world: OfficeWorld): ReadonlyMap<number, PlanRow> {
  const known = new Set(world.snapshot.newcomers.map(({ id }) => id));
  const wanted = rows.filter(
    ({ state, householdId }) => isKeptByRerun(state) && known.has(String(householdId)),
  );
  const kept = new Map<number, PlanRow>();
  for (const row of wanted) {
    const schedule = buildSchedule(withKept(world.snapshot, [...kept.values()]));
    const broken = checkTalk(candidateOfPlace(row.householdId, row.place), schedule);
    if (broken.length === 0) kept.set(row.householdId, row);
  }
  return kept;
}

/** A draft that nobody was told of may change at a twentieth of the price of an announced talk. */
const DRAFT_SHARE = 20;

/** Proposals of the edition before that may still be booked: the new run leaves them where they are when nothing is gained. */
function withDraft(
  snapshot: Snapshot,
  rows: readonly PlanRow[],
  kept: ReadonlyMap<number, PlanRow>,
): Snapshot {
  const schedule = buildSchedule(snapshot);
  const draft = rows
    .filter(({ state, householdId }) => state === 'proposed' && !kept.has(householdId))
    .map(({ householdId, place }) => candidateOfPlace(householdId, place))
    .filter((candidate) => checkTalk(candidate, schedule).length === 0)
    .map((candidate): Appointment => ({ ...candidate, pinned: false, weight: 1 }));
  if (draft.length === 0) return snapshot;
  const { stability } = snapshot.weights;
  const cheaper = Object.fromEntries(
    Object.entries(stability).map(([change, price]) => [change, Math.ceil(price / DRAFT_SHARE)]),
  );
  const weights = { ...snapshot.weights, stability: { ...stability, ...cheaper } };
  return { ...snapshot, weights, appointments: [...snapshot.appointments, ...draft] };
}

function withKept(snapshot: Snapshot, rows: readonly PlanRow[]): Snapshot {
  const appointments = rows.map(({ householdId, place }): Appointment => ({
    ...candidateOfPlace(householdId, place),
    pinned: true,
    weight: 1,
  }));
  return { ...snapshot, appointments: [...snapshot.appointments, ...appointments] };
}

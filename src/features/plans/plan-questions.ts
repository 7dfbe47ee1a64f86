import { Injectable } from '@nestjs/common';
import { loosened, type Snapshot } from '../../scheduling/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { Offices, type Office } from '../offices/index.js';
import {
  isComing,
  SchedulingSnapshots,
  TalkQueries,
  type OfficeWorld,
  type TalkView,
} from '../talks/index.js';
import { looseTalks, timesOf, type LooseTalk } from './announced-talks.js';
import { draftsOf, keptRows, withKept } from './kept-rows.js';
import { plannedDays, weeksAhead } from './planned-days.js';
import type { Plan } from './plan-record.js';
import { PlanRowsRepository, type PlanRow } from './plan-rows.repository.js';

/** What a run has to answer. */
export interface PlanQuestion {
  readonly plan: Plan;
  readonly office: Office;
  /** The office as it is, every announced talk in its place. */
  readonly world: OfficeWorld;
  /** The office's world with the kept rows as talks that stay, and with talks that may move. */
  readonly snapshot: Snapshot;
  /** Households without a talk that are looked at, kept ones included. */
  readonly householdIds: readonly number[];
  /** Announced talks that the run may move, by household. */
  readonly loose: ReadonlyMap<number, LooseTalk>;
  /** Rows of the edition before, by household. */
  readonly before: ReadonlyMap<number, PlanRow>;
  /** Those of them that stay where they are. */
  readonly kept: ReadonlyMap<number, PlanRow>;
  readonly now: Date;
}

/** Households of a question; those of `moving` have a talk that may get another place. */
interface Asked {
  readonly householdIds: readonly number[];
  readonly moving?: readonly Pick<TalkView, 'householdId' | 'interpreterId'>[];
}

type PlannedTime = Pick<Plan, 'officeId' | 'weeks' | 'fromDay'>;

/** Reads what a run is about: the open households, and the world they are to meet in. */
@Injectable()
export class PlanQuestions {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly offices: Offices,
    private readonly snapshots: SchedulingSnapshots,
    private readonly talks: TalkQueries,
    private readonly rows: PlanRowsRepository,
  ) {}

  async read(plan: Plan): Promise<PlanQuestion> {
    const now = this.clock.now();
    const office = await this.offices.get(plan.officeId);
    const rows = plan.basedOn === null ? [] : await this.rows.of(plan.basedOn);
    const before = new Map(rows.map((row) => [row.householdId, row]));
    const isLeftOut = (id: number): boolean => before.get(id)?.state === 'left-out';
    const householdIds = (await this.openHouseholds(plan)).filter((id) => !isLeftOut(id));
    const loose = await this.loose(plan, householdIds, isLeftOut);
    const moving = [...loose.values()].map(({ talk }) => talk);
    const world = await this.world(plan, { householdIds, moving });
    const kept = keptRows(rows, { snapshot: world.snapshot, loose });
    const free = moving.filter(({ householdId }) => !kept.has(householdId));
    const snapshot = loosened(withKept(world.snapshot, kept), {
      announced: new Map(free.map((talk) => [String(talk.householdId), timesOf(talk)])),
      drafts: draftsOf(rows, kept, world.snapshot),
    });
    return { plan, office, world, snapshot, householdIds, loose, before, kept, now };
  }

  /** The world of a plan's weeks around some households. */
  async world(plan: PlannedTime, { householdIds, moving = [] }: Asked): Promise<OfficeWorld> {
    const office = await this.offices.get(plan.officeId);
    const now = this.clock.now();
    const policies = { ...office.policies, horizonWeeks: weeksAhead(plan, now) };
    const movingIds = moving.map(({ householdId }) => householdId);
    const world = await this.snapshots.load({
      office: { ...office, policies },
      householdIds: [...householdIds, ...movingIds],
      movingIds,
      interpreterIds: moving.flatMap(({ interpreterId }) => (interpreterId === null ? [] : [interpreterId])),
    });
    const horizon = plannedDays(plan, world.snapshot.horizon);
    return { ...world, snapshot: { ...world.snapshot, horizon } };
  }

  /** The announced talks that the run may move, as far as nobody left them out. */
  private async loose(
    plan: Plan,
    householdIds: readonly number[],
    isLeftOut: (householdId: number) => boolean,
  ): Promise<ReadonlyMap<number, LooseTalk>> {
    if (plan.announced === 'keep') return new Map();
    const { snapshot } = await this.world(plan, { householdIds: [] });
    const { from, to } = snapshot.horizon;
    const now = this.clock.now();
    const talks = await this.talks.between(plan.officeId, from, to);
    const coming = talks.filter((talk) => isComing(talk, now) && !isLeftOut(talk.householdId));
    // with every household in it: whether a talk could stay depends on what its household needs
    return looseTalks(coming, plan.announced, await this.world(plan, { householdIds, moving: coming }));
  }

  /** Selected households that wait for a talk and can be talked with, the oldest arrivals first. */
  private async openHouseholds({ officeId, householdIds, selection }: Plan): Promise<number[]> {
    const { language = null, municipality = null, dueUntil = null } = selection;
    const rows = await this.database.query<{ id: number }>(
      `select id from households h
        where office_id = $1 and state = 'open' and ($2::int[] is null or id = any($2))
          and exists (select from household_languages where household_id = h.id)
          and ($3::text is null or exists (select from household_languages
                where household_id = h.id and rank = 1 and language = $3))
          and ($4::int is null or municipality_bfs = $4)
          and ($5::date is null or target_on <= $5)
        order by arrived_on, id`,
      [officeId, householdIds, language, municipality, dueUntil],
    );
    return rows.map(({ id }) => id);
  }
}

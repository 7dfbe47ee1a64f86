import { Injectable } from '@nestjs/common';
import { loosened, type Snapshot } from '../../scheduling/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Offices, type Office } from '../offices/index.js';
import type { OfficeWorld } from '../talks/index.js';
import { looseTalks, timesOf, type LooseTalk } from './announced-talks.js';
import { draftsOf, keptRows, withKept } from './kept-rows.js';
import { PlannedPeople } from './planned-people.js';
import type { Plan } from './plan-record.js';
import { PlanWorlds } from './plan-worlds.js';
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

/** Reads what a run is about: the open households, and the world they are to meet in. */
@Injectable()
export class PlanQuestions {
  constructor(
    private readonly clock: Clock,
    private readonly offices: Offices,
    private readonly worlds: PlanWorlds,
    private readonly people: PlannedPeople,
    private readonly rows: PlanRowsRepository,
  ) {}

  async read(plan: Plan): Promise<PlanQuestion> {
    const now = this.clock.now();
    const office = await this.offices.get(plan.officeId);
    const rows = plan.basedOn === null ? [] : await this.rows.of(plan.basedOn);
    const before = new Map(rows.map((row) => [row.householdId, row]));
    const isLeftOut = (id: number): boolean => before.get(id)?.state === 'left-out';
    const householdIds = (await this.people.waiting(plan)).filter((id) => !isLeftOut(id));
    const loose = await this.loose(plan, householdIds, isLeftOut);
    const moving = [...loose.values()].map(({ talk }) => talk);
    const world = await this.worlds.load(plan, { householdIds, moving });
    const kept = keptRows(rows, { snapshot: world.snapshot, loose });
    const free = moving.filter(({ householdId }) => !kept.has(householdId));
    const snapshot = loosened(withKept(world.snapshot, kept), {
      announced: new Map(free.map((talk) => [String(talk.householdId), timesOf(talk)])),
      drafts: draftsOf(rows, kept, world.snapshot),
    });
    return { plan, office, world, snapshot, householdIds, loose, before, kept, now };
  }

  /** The announced talks that the run may move, as far as nobody left them out. */
  private async loose(
    plan: Plan,
    householdIds: readonly number[],
    isLeftOut: (householdId: number) => boolean,
  ): Promise<PlanQuestion['loose']> {
    if (plan.announced === 'keep') return new Map();
    const { snapshot } = await this.worlds.load(plan, { householdIds: [] });
    const talks = await this.people.announced(plan.officeId, snapshot.horizon);
    const moving = talks.filter(({ householdId }) => !isLeftOut(householdId));
    // with every household in it: whether a talk could stay depends on what its household needs
    const world = await this.worlds.load(plan, { householdIds, moving });
    return looseTalks(moving, plan.announced, world);
  }
}

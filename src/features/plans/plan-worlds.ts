import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Offices } from '../offices/index.js';
import { SchedulingSnapshots, type OfficeWorld, type TalkView } from '../talks/index.js';
import { plannedDays, weeksAhead } from './planned-days.js';
import type { Plan } from './plan-record.js';

/** Households of a question; those of `moving` have a talk that may get another place. */
interface Asked {
  readonly householdIds: readonly number[];
  readonly moving?: readonly Pick<TalkView, 'householdId' | 'interpreterId'>[];
}

/** Loads the world of a plan's days around some households. */
@Injectable()
export class PlanWorlds {
  constructor(
    private readonly clock: Clock,
    private readonly offices: Offices,
    private readonly snapshots: SchedulingSnapshots,
  ) {}

  async load(
    plan: Pick<Plan, 'officeId' | 'weeks' | 'fromDay'>,
    { householdIds, moving = [] }: Asked,
  ): Promise<OfficeWorld> {
    const office = await this.offices.get(plan.officeId);
    const policies = { ...office.policies, horizonWeeks: weeksAhead(plan, this.clock.now()) };
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
}

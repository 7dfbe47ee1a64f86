import { Injectable } from '@nestjs/common';
import { buildSchedule, checkTalk, type RuleId } from '../../scheduling/index.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Tx } from '../../platform/database/database.js';
import { Offices } from '../offices/index.js';
import { type BrokenRule, brokenRules, type OfficeWorld, SchedulingSnapshots } from '../talks/index.js';
import type { BrokenTalks } from './newly-broken.js';

interface ComingTalk {
  readonly id: string;
  readonly householdId: number;
  readonly interpreterId: number | null;
  readonly startsAt: Date;
}

/** Rules about when a talk may be newly booked: one that is booked keeps its time when they change. */
const FOR_NEW_TALKS: ReadonlySet<RuleId> = new Set<RuleId>([
  'starts-on-the-grid',
  'inside-the-horizon',
  'not-before-earliest',
  'notice-is-kept',
]);

/** Asks the rules of booking about talks that are booked already. */
@Injectable()
export class ComingTalks {
  constructor(
    private readonly offices: Offices,
    private readonly snapshots: SchedulingSnapshots,
    private readonly clock: Clock,
  ) {}

  /** What stands against the coming talks of an office, as its settings are in this transaction. */
  async broken(tx: Tx, officeId: number): Promise<BrokenTalks> {
    const talks = await tx.query<ComingTalk[]>(
      `select id, household_id as "householdId", interpreter_id as "interpreterId", starts_at as "startsAt"
         from talks where office_id = $1 and starts_at > $2
          and state in ('planned', 'invited', 'confirmed', 'change-requested') order by starts_at`,
      [officeId, this.clock.now()],
    );
    const last = talks.at(-1);
    if (!last) return new Map();
    const householdIds = talks.map(({ householdId }) => householdId);
    const world = await this.snapshots.load(
      {
        office: await this.offices.get(officeId, tx),
        householdIds,
        movingIds: householdIds,
        interpreterIds: talks.flatMap(({ interpreterId }) => interpreterId ?? []),
        reaches: last.startsAt,
      },
      tx,
    );
    return brokenOf(talks, world);
  }
}

function brokenOf(talks: readonly ComingTalk[], world: OfficeWorld): BrokenTalks {
  const schedule = buildSchedule(world.snapshot);
  const appointments = new Map(world.snapshot.appointments.map((talk) => [talk.newcomer, talk]));
  const found = new Map<string, readonly BrokenRule[]>();
  for (const { id, householdId } of talks) {
    const appointment = appointments.get(String(householdId));
    const violations = appointment ? checkTalk(appointment, schedule) : [];
    const standing = violations.filter(({ rule }) => !FOR_NEW_TALKS.has(rule));
    if (standing.length > 0) found.set(id, brokenRules(standing, world));
  }
  return found;
}

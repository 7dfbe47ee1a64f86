import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { buildSchedule, proposeTalks, withoutTalkOf, type Schedule } from '../../scheduling/index.js';
import type { Office } from '../offices/index.js';
import { AnswersOfTwins } from './answers-of-twins.js';
import { slotOf } from './candidates.js';
import type { FreeSlot } from './free-slot.js';
import { SharedLoads } from './shared-loads.js';
import type { SlotWish } from './slot-check.js';
import type { OfficeWorld } from './snapshot/office-world.js';
import { SchedulingSnapshots } from './snapshot/scheduling-snapshots.js';

const LIMIT = 5;
/** Looked at first: who wanted Tuesday seldom wants a day in six weeks, and a short search answers a crowd in time. */
const DAYS_BEFORE = 2;
const DAYS_AFTER = 5;
/** Too short to be noticed, long enough for those who lost the same race. */
const GATHER_MS = 15;

interface SharedWorld {
  readonly world: OfficeWorld;
  readonly schedule: Schedule;
  readonly answers: AnswersOfTwins<readonly FreeSlot[]>;
}

type Asked = Pick<SlotWish, 'office' | 'householdId' | 'talkId'>;

/** The next best places for those who could not have theirs; dozens may ask at the same moment. */
@Injectable()
export class Alternatives {
  private readonly loads = new Map<number, SharedLoads<Asked, SharedWorld>>();

  constructor(private readonly snapshots: SchedulingSnapshots) {}

  /** At most five, near the wished start; none when there are none. */
  async near(wish: SlotWish): Promise<readonly FreeSlot[]> {
    const shared = await this.loadsOf(wish.office).ask(wish);
    const { householdId, choice, office } = wish;
    const asked = `${choice.startsAt} ${office.policies.talkMinutes}`;
    return shared.answers.of(String(householdId), asked, () => nearOrAnywhere(wish, shared));
  }

  private loadsOf({ id }: Office): SharedLoads<Asked, SharedWorld> {
    const known = this.loads.get(id);
    if (known) return known;
    const made = new SharedLoads((asked: readonly Asked[]) => this.load(asked), GATHER_MS);
    this.loads.set(id, made);
    return made;
  }

  private async load(asked: readonly Asked[]): Promise<SharedWorld> {
    const [first] = asked;
    if (!first) throw new Error('Nobody asked.');
    const world = await this.snapshots.load({
      office: first.office,
      householdIds: asked.map(({ householdId }) => householdId),
      movingIds: asked.filter(({ talkId }) => talkId !== null).map(({ householdId }) => householdId),
    });
    const { snapshot } = world;
    return { world, schedule: buildSchedule(snapshot), answers: new AnswersOfTwins(snapshot) };
  }
}

function nearOrAnywhere(wish: SlotWish, shared: SharedWorld): readonly FreeSlot[] {
  const near = slotsNear(wish, nearDays(wish), shared);
  return near.length >= LIMIT ? near : slotsNear(wish, {}, shared);
}

function nearDays({ choice, office }: SlotWish): { readonly from: string; readonly to: string } {
  const day = Temporal.Instant.from(choice.startsAt).toZonedDateTimeISO(office.timeZone).toPlainDate();
  return {
    from: day.subtract({ days: DAYS_BEFORE }).toString(),
    to: day.add({ days: DAYS_AFTER }).toString(),
  };
}

function slotsNear(
  wish: SlotWish,
  days: { readonly from?: string; readonly to?: string },
  { world, schedule }: SharedWorld,
): readonly FreeSlot[] {
  const { householdId, talkId, choice, office } = wish;
  const newcomer = String(householdId);
  const near = `${choice.startsAt.slice(0, 16)}Z`;
  const request = { newcomer, limit: LIMIT, near, ...days };
  const answer = proposeTalks(request, talkId === null ? schedule : withoutTalkOf(newcomer, schedule));
  if (answer.kind === 'impossible') return [];
  return answer.proposals.map((proposal) => slotOf(proposal, office.policies.talkMinutes, world));
}

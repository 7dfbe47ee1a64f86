import { Injectable } from '@nestjs/common';
import {
  buildSchedule,
  proposeTalks,
  withoutTalkOf,
  type Obstacle,
  type ProposalRequest,
  type Schedule,
} from '../../scheduling/index.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { Offices } from '../offices/index.js';
import { slotOf } from './candidates.js';
import type { FreeSlot, SlotObstacle } from './free-slot.js';
import { namesOf, type OfficeWorld } from './snapshot/office-world.js';
import { SchedulingSnapshots } from './snapshot/scheduling-snapshots.js';
import type { Talk } from './talk.js';
import { TalksRepository } from './talks.repository.js';

/** For whom places are looked for; everything but household and limit narrows the search. */
export interface FreeSlotsQuestion {
  readonly householdId: number;
  readonly limit: number;
  /** Local dates `YYYY-MM-DD`, both included. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** An instant near which places are preferred. */
  readonly near?: string | undefined;
  /** At most so many places per local day. */
  readonly perDay?: number | undefined;
  /** Only places at this instant, one for each caseworker and way of understanding. */
  readonly startsAt?: string | undefined;
  /** The talk that is being moved: what it takes counts as free, and other times than its own are looked for. */
  readonly talkId?: string | undefined;
  readonly caseworkerId?: number | undefined;
  readonly roomId?: number | undefined;
  readonly interpreterId?: number | undefined;
  readonly language?: string | undefined;
  /** An interpreter who does not come: everybody else is looked for. */
  readonly withoutInterpreterId?: number | undefined;
}

export type FreeSlotsAnswer =
  | { readonly kind: 'proposed'; readonly slots: readonly FreeSlot[] }
  | { readonly kind: 'impossible'; readonly obstacles: readonly SlotObstacle[] };

/** Finds places for a talk that may be booked as they stand, best first, or says why there are none. */
@Injectable()
export class FreeSlots {
  constructor(
    private readonly offices: Offices,
    private readonly snapshots: SchedulingSnapshots,
    private readonly talks: TalksRepository,
  ) {}

  /** Throws `household-not-found`, and `talk-not-found` for a talk of somebody else. */
  async run(officeId: number, question: FreeSlotsQuestion): Promise<FreeSlotsAnswer> {
    const office = await this.offices.get(officeId);
    const moving = await this.movingTalk(officeId, question);
    const interpreterIds = question.interpreterId === undefined ? [] : [question.interpreterId];
    const world = await this.snapshots.load({
      office,
      householdIds: [question.householdId],
      interpreterIds,
      movingIds: moving ? [question.householdId] : [],
    });
    const schedule = scheduleFor(question, moving !== undefined, world);
    const answer = proposeTalks(requestOf(question, moving), schedule);
    if (answer.kind === 'impossible') return impossible(answer.obstacles, world);
    const { talkMinutes } = office.policies;
    const all = answer.proposals.map((proposal) => slotOf(proposal, talkMinutes, world));
    const slots = otherTimes(all, question, moving);
    return slots.length > 0 ? { kind: 'proposed', slots } : impossible([], world);
  }

  private async movingTalk(
    officeId: number,
    { talkId, householdId }: FreeSlotsQuestion,
  ): Promise<Talk | undefined> {
    if (talkId === undefined) return undefined;
    const talk = await this.talks.get(officeId, talkId);
    if (talk.householdId !== householdId) throw new DomainError('talk-not-found', 'not-found');
    return talk;
  }
}

function impossible(obstacles: readonly Obstacle[], world: OfficeWorld): FreeSlotsAnswer {
  return {
    kind: 'impossible',
    obstacles: obstacles.map(({ rule, count, subject, lang }) => ({
      rule,
      count,
      names: namesOf(subject, world),
      ...(lang === undefined ? {} : { language: lang }),
    })),
  };
}

/** Who moves a talk wants another time, unless one time was asked for. */
function otherTimes(
  slots: readonly FreeSlot[],
  { startsAt, limit }: FreeSlotsQuestion,
  moving: Talk | undefined,
): readonly FreeSlot[] {
  if (startsAt !== undefined) return slots;
  return slots.filter((slot) => slot.startsAt !== moving?.startsAt.toISOString()).slice(0, limit);
}

function scheduleFor(
  { householdId, withoutInterpreterId }: FreeSlotsQuestion,
  isMoving: boolean,
  { snapshot }: OfficeWorld,
): Schedule {
  const schedule = buildSchedule(without(withoutInterpreterId, snapshot));
  const newcomer = String(householdId);
  if (!schedule.newcomers.has(newcomer)) throw new DomainError('household-not-found', 'not-found');
  return isMoving ? withoutTalkOf(newcomer, schedule) : schedule;
}

/** The office as it is when one interpreter has no time; the talks they are booked for stay theirs. */
function without(
  interpreterId: number | undefined,
  snapshot: OfficeWorld['snapshot'],
): OfficeWorld['snapshot'] {
  if (interpreterId === undefined) return snapshot;
  const interpreters = snapshot.interpreters.map((one) =>
    one.id === String(interpreterId) ? { ...one, weekly: [], extra: [] } : one,
  );
  return { ...snapshot, interpreters };
}

/** Only what was asked for: an absent wish narrows nothing. */
function requestOf(question: FreeSlotsQuestion, moving: Talk | undefined): ProposalRequest {
  const wishes = {
    from: question.from,
    to: question.to,
    near: instantOf(question.near),
    start: instantOf(question.startsAt),
    perDay: question.perDay,
    language: question.language,
    caseworker: question.caseworkerId?.toString(),
    room: question.roomId?.toString(),
    interpreter: question.interpreterId?.toString(),
  };
  return {
    newcomer: String(question.householdId),
    // the talk's own time is among the answers and is taken out of them
    limit: question.limit + (moving ? 1 : 0),
    ...(Object.fromEntries(
      Object.entries(wishes).filter(([, wish]) => wish !== undefined),
    ) as Partial<ProposalRequest>),
  };
}

function instantOf(iso: string | undefined): string | undefined {
  return iso === undefined ? undefined : `${new Date(iso).toISOString().slice(0, 16)}Z`;
}

import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/database.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { resourcesOf, SlotTaken } from './allocations.js';
import { BookTalk } from './book-talk.js';
import type { BrokenRule } from './free-slot.js';
import { MoveTalk } from './move-talk.js';
import { lockResources } from './resource-locks.js';
import { SlotCheck, type SlotWish } from './slot-check.js';
import { verdictOnChanging, type Actor, type Talk, type TalkChoice } from './talk.js';
import { TalksRepository } from './talks.repository.js';

/** One talk of several that are placed together. */
export interface WantedTalk {
  readonly householdId: number;
  readonly choice: TalkChoice;
  /** The household's coming talk that is moved there, as it was seen; null books a new one. */
  readonly moves: { readonly talkId: string; readonly version: number } | null;
}

/** What became of it; everything but `booked` and `moved` has changed nothing. */
export type PlacedTalk =
  | { readonly kind: 'booked' | 'moved'; readonly householdId: number; readonly talkId: string }
  | { readonly kind: 'refused'; readonly householdId: number; readonly violations: readonly BrokenRule[] }
  | {
      readonly kind: 'taken' | 'already-planned' | 'not-open' | 'changed-meanwhile' | 'past';
      readonly householdId: number;
    };

/** `seen`: the talk to be moved, as it was before anything was locked. */
interface ReadTalk {
  readonly wish: SlotWish;
  readonly seen: Talk | null;
  readonly version: number | null;
}

/** Talks that were read before the transaction in which they are placed, and those that could not be read. */
export interface ReadTalks {
  readonly readable: readonly ReadTalk[];
  readonly unreadable: readonly PlacedTalk[];
}

/** Moves that could not be done: everything is taken back, and they stay where they are in the next attempt. */
class SomeMustStay extends Error {
  constructor(readonly answers: readonly PlacedTalk[]) {
    super('some talks must stay where they are');
  }
}

const KIND_OF_ERROR: Readonly<Record<string, 'not-open' | 'past'>> = {
  'household-not-open': 'not-open',
  'household-not-found': 'not-open',
  'talk-not-found': 'not-open',
  'talk-in-the-past': 'past',
};

/**
 * Books and moves several talks in one transaction by the rules of doing it one by one: each is placed wholly or not
 * at all. Moved talks give up their places first, so that two of them may change places.
 */
@Injectable()
export class PlaceTalks {
  constructor(
    private readonly slots: SlotCheck,
    private readonly booking: BookTalk,
    private readonly moving: MoveTalk,
    private readonly talks: TalksRepository,
  ) {}

  /** To be called before the transaction, which must not wait for a second connection. */
  async read(officeId: number, wanted: readonly WantedTalk[]): Promise<ReadTalks> {
    const readable: ReadTalk[] = [];
    const unreadable: PlacedTalk[] = [];
    for (const { householdId, choice, moves } of wanted) {
      try {
        const seen = moves && (await this.talks.get(officeId, moves.talkId));
        const whose = { householdId, talkId: moves?.talkId ?? null };
        const wish = await this.slots.read({ officeId, choice }, whose);
        readable.push({ wish, seen, version: moves?.version ?? null });
      } catch (error) {
        unreadable.push({ kind: kindOf(error), householdId });
      }
    }
    return { readable, unreadable };
  }

  /** In the order given: an earlier talk may be what a later one is refused for. */
  async run(tx: Tx, { readable, unreadable }: ReadTalks, actor: Actor): Promise<PlacedTalk[]> {
    // all at once and in one order, so that nobody waits for us while we wait for them
    await lockResources(tx, readable.flatMap(resourcesOfBoth));
    const answers = [...unreadable];
    for (;;) {
      const failed = new Set(answers.map(({ householdId }) => householdId));
      const rest = readable.filter(({ wish }) => !failed.has(wish.householdId));
      try {
        return [...answers, ...(await tx.transaction((attempt) => this.placeAll(attempt, rest, actor)))];
      } catch (error) {
        if (!(error instanceof SomeMustStay)) throw error;
        answers.push(...error.answers);
      }
    }
  }

  private async placeAll(tx: Tx, wanted: readonly ReadTalk[], actor: Actor): Promise<PlacedTalk[]> {
    const moves = wanted.filter(({ seen }) => seen !== null);
    const lifted: (readonly [ReadTalk, Talk])[] = [];
    const stay: PlacedTalk[] = [];
    for (const move of moves) {
      const talk = await this.lockMovable(tx, move);
      if ('kind' in talk) stay.push(talk);
      else lifted.push([move, talk]);
    }
    for (const [, talk] of lifted) await this.talks.lift(tx, talk.id);
    const answers: PlacedTalk[] = [];
    for (const [{ wish }, talk] of lifted) answers.push(await this.move(tx, talk, wish, actor));
    stay.push(...answers.filter(({ kind }) => kind !== 'moved'));
    if (stay.length > 0) throw new SomeMustStay(stay);
    for (const { wish, seen } of wanted) if (!seen) answers.push(await this.book(tx, wish, actor));
    return answers;
  }

  private async lockMovable(tx: Tx, { wish, seen, version }: ReadTalk): Promise<Talk | PlacedTalk> {
    const { householdId, now, office } = wish;
    const talk = await this.talks.lockRow(tx, office.id, seen?.id ?? '');
    const verdict = verdictOnChanging(talk, version ?? talk.version, now);
    if (verdict === 'not-open') return { kind: 'not-open', householdId };
    return verdict === 'change' && talk.version === seen?.version
      ? talk
      : { kind: 'changed-meanwhile', householdId };
  }

  private move(tx: Tx, talk: Talk, wish: SlotWish, actor: Actor): Promise<PlacedTalk> {
    return placed(tx, wish, async (savepoint) => {
      const answer = await this.moving.put(savepoint, talk, { wish, actor });
      return answer.kind === 'moved' ? { kind: 'moved', talkId: talk.id } : answer;
    });
  }

  private book(tx: Tx, wish: SlotWish, actor: Actor): Promise<PlacedTalk> {
    return placed(tx, wish, (savepoint) => this.booking.book(savepoint, wish, actor));
  }
}

type Answer =
  | { readonly kind: 'booked' | 'moved'; readonly talkId: string }
  | { readonly kind: 'refused'; readonly violations: readonly BrokenRule[] }
  | { readonly kind: 'taken' | 'already-planned' };

/** In a savepoint, so that a refusal takes back this talk and no other. */
async function placed(
  tx: Tx,
  { householdId }: SlotWish,
  place: (savepoint: Tx) => Promise<Answer>,
): Promise<PlacedTalk> {
  try {
    const answer = await tx.transaction(place);
    if (answer.kind === 'refused') return { kind: 'refused', householdId, violations: answer.violations };
    if (answer.kind === 'booked' || answer.kind === 'moved') {
      return { kind: answer.kind, householdId, talkId: answer.talkId };
    }
    return { kind: answer.kind, householdId };
  } catch (error) {
    return error instanceof SlotTaken ? { kind: 'taken', householdId } : { kind: kindOf(error), householdId };
  }
}

function resourcesOfBoth({ wish, seen }: ReadTalk): ReturnType<typeof resourcesOf> {
  const { choice, householdId } = wish;
  return [...resourcesOf(choice, householdId), ...(seen ? resourcesOf(seen, householdId) : [])];
}

/** Foreseen refusals as kinds; everything else goes on as the error it is. */
function kindOf(error: unknown): 'not-open' | 'past' {
  const kind = error instanceof DomainError ? KIND_OF_ERROR[error.code] : undefined;
  if (kind === undefined) throw error;
  return kind;
}

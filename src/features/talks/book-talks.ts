import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/database.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { resourcesOf, SlotTaken } from './allocations.js';
import { BookTalk } from './book-talk.js';
import type { BrokenRule } from './free-slot.js';
import { lockResources } from './resource-locks.js';
import { SlotCheck, type SlotWish } from './slot-check.js';
import type { Actor, TalkChoice } from './talk.js';

/** One talk of several that are booked together. */
export interface WantedTalk {
  readonly householdId: number;
  readonly choice: TalkChoice;
}

/** What became of it; everything but `booked` has left nothing behind. */
export type BookedTalk =
  | { readonly kind: 'booked'; readonly householdId: number; readonly talkId: string }
  | { readonly kind: 'refused'; readonly householdId: number; readonly violations: readonly BrokenRule[] }
  | { readonly kind: 'taken' | 'already-planned' | 'not-open'; readonly householdId: number }
  | PastTalk;

interface PastTalk {
  readonly kind: 'past';
  readonly householdId: number;
}

type ReadTalk =
  { readonly kind: 'readable'; readonly wish: SlotWish } | Extract<BookedTalk, { kind: 'past' }>;

/** Talks that were read before the transaction in which they are booked. */
export type ReadTalks = readonly ReadTalk[];

const KIND_OF_ERROR: Readonly<Record<string, 'not-open' | 'past'>> = {
  'household-not-open': 'not-open',
  'household-not-found': 'not-open',
  'talk-in-the-past': 'past',
};

/** Books several talks in one transaction by the rules of booking one: each is booked wholly or not at all. */
@Injectable()
export class BookTalks {
  constructor(
    private readonly slots: SlotCheck,
    private readonly booking: BookTalk,
  ) {}

  /** To be called before the transaction, which must not wait for a second connection. */
  async read(officeId: number, talks: readonly WantedTalk[]): Promise<ReadTalks> {
    const read: ReadTalk[] = [];
    for (const { householdId, choice } of talks) {
      try {
        const wish = await this.slots.read({ officeId, choice }, { householdId, talkId: null });
        read.push({ kind: 'readable', wish });
      } catch (error) {
        if (kindOf(error) !== 'past') throw error;
        read.push({ kind: 'past', householdId });
      }
    }
    return read;
  }

  /** In the order given: an earlier talk may be what a later one is refused for. */
  async run(tx: Tx, talks: ReadTalks, actor: Actor): Promise<BookedTalk[]> {
    const wishes = talks.flatMap((talk) => (talk.kind === 'readable' ? [talk.wish] : []));
    // all at once and in one order, so that nobody waits for us while we wait for them
    await lockResources(
      tx,
      wishes.flatMap(({ choice, householdId }) => resourcesOf(choice, householdId)),
    );
    const booked: BookedTalk[] = [];
    for (const talk of talks) {
      booked.push(talk.kind === 'readable' ? await this.book(tx, talk.wish, actor) : talk);
    }
    return booked;
  }

  /** In a savepoint, so that a refusal takes back this talk and no other. */
  private async book(tx: Tx, wish: SlotWish, actor: Actor): Promise<BookedTalk> {
    const { householdId } = wish;
    try {
      const answer = await tx.transaction((savepoint) => this.booking.book(savepoint, wish, actor));
      if (answer.kind === 'booked') return { kind: 'booked', householdId, talkId: answer.talkId };
      if (answer.kind === 'refused') return { ...answer, householdId };
      return { kind: answer.kind, householdId };
    } catch (error) {
      if (error instanceof SlotTaken) return { kind: 'taken', householdId };
      const kind = kindOf(error);
      if (kind === undefined) throw error;
      return { kind, householdId };
    }
  }
}

function kindOf(error: unknown): 'not-open' | 'past' | undefined {
  return error instanceof DomainError ? KIND_OF_ERROR[error.code] : undefined;
}

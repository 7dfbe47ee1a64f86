import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../platform/database/database.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { Alternatives } from './alternatives.js';
import { resourcesOf, SlotTaken, type Standing } from './allocations.js';
import type { BrokenRule, FreeSlot } from './free-slot.js';
import { lockResources, tryLockResources, waitForResources } from './resource-locks.js';
import { SlotCheck, type SlotRequest, type SlotWish } from './slot-check.js';
import { TalkRecord } from './talk-record.js';
import type { Actor } from './talk.js';
import { TalksRepository } from './talks.repository.js';

/** Books one place for a household. With `overrideReason` rules of the office's own making do not count. */
interface BookTalkCommand extends SlotRequest {
  readonly householdId: number;
  readonly actor: Actor;
}

export type BookTalkOutcome =
  | { readonly kind: 'booked'; readonly talkId: string; readonly revision: number; readonly version: number }
  | {
      readonly kind: 'refused';
      readonly violations: readonly BrokenRule[];
      readonly alternatives: readonly FreeSlot[];
    }
  /** Somebody was faster. */
  | { readonly kind: 'taken'; readonly alternatives: readonly FreeSlot[] }
  | { readonly kind: 'already-planned'; readonly talkId: string };

export type Attempt =
  | Extract<BookTalkOutcome, { kind: 'booked' | 'already-planned' }>
  | { readonly kind: 'refused'; readonly violations: readonly BrokenRule[] }
  | { readonly kind: 'taken' };

/** Gives a waiting household its talk: locks, rules, talk, resources, notices and audit in one transaction. */
@Injectable()
export class BookTalk {
  constructor(
    private readonly database: Database,
    private readonly slots: SlotCheck,
    private readonly talks: TalksRepository,
    private readonly record: TalkRecord,
    private readonly alternatives: Alternatives,
  ) {}

  /** Throws `household-not-found`, `household-not-open`, `talk-choice-unreadable` and `talk-in-the-past`. */
  async run(command: BookTalkCommand): Promise<BookTalkOutcome> {
    const { householdId } = command;
    const wish = await this.slots.read(command, { householdId, talkId: null });
    const attempt = await this.attempt(wish, command.actor);
    if (attempt.kind !== 'taken' && attempt.kind !== 'refused') return attempt;
    return { ...attempt, alternatives: await this.alternatives.near(wish) };
  }

  private async attempt(wish: SlotWish, actor: Actor): Promise<Attempt> {
    // without a lock: a crowd that comes too late does not even queue
    const early = answerTo(await this.talks.standing(wish));
    if (early) return early;
    try {
      const answer = await this.database.transaction((tx) => this.bookUnlessBusy(tx, wish, actor));
      return answer ?? (await this.bookAfterOthers(wish, actor));
    } catch (error) {
      if (error instanceof SlotTaken) return { kind: 'taken' };
      throw error;
    }
  }

  /** Undefined when somebody is booking one of the resources at this moment. */
  private async bookUnlessBusy(tx: Tx, wish: SlotWish, actor: Actor): Promise<Attempt | undefined> {
    const isLocked = await tryLockResources(tx, resourcesOf(wish.choice, wish.householdId));
    return isLocked ? this.bookLocked(tx, wish, actor) : undefined;
  }

  /** A crowd waits together for the one who is booking, and most of it learns then that the place is taken. */
  private async bookAfterOthers(wish: SlotWish, actor: Actor): Promise<Attempt> {
    const resources = resourcesOf(wish.choice, wish.householdId);
    await waitForResources(this.database, resources);
    const answer = answerTo(await this.talks.standing(wish));
    return answer ?? this.database.transaction((tx) => this.book(tx, wish, actor));
  }

  /** Books in the caller's transaction. Throws `SlotTaken` when the constraint finds the place taken after all. */
  async book(tx: Tx, wish: SlotWish, actor: Actor): Promise<Attempt> {
    await lockResources(tx, resourcesOf(wish.choice, wish.householdId));
    return this.bookLocked(tx, wish, actor);
  }

  private async bookLocked(tx: Tx, wish: SlotWish, actor: Actor): Promise<Attempt> {
    const { office, householdId, choice } = wish;
    const answer = answerTo(await this.talks.standing(wish, tx));
    if (answer) return answer;
    const verdict = await this.slots.verdict(tx, wish);
    if (verdict.kind === 'refused') return verdict;
    const talkId = await this.talks.book(tx, wish, verdict.place, actor);
    await this.talks.setHouseholdState(tx, householdId, 'planned');
    await this.record.write(tx, {
      officeId: office.id,
      talkId,
      householdId,
      actor,
      event: 'booked',
      detail: { startsAt: choice.startsAt, overridden: verdict.overridden },
    });
    return { kind: 'booked', talkId, revision: 1, version: 1 };
  }
}

/** The answer that needs no further look; undefined when household and place are free. */
function answerTo({ state, openTalkId, isPlaceTaken }: Standing): Attempt | undefined {
  if (openTalkId !== null) return { kind: 'already-planned', talkId: openTalkId };
  if (state !== 'open') throw new DomainError('household-not-open', 'conflict');
  return isPlaceTaken ? { kind: 'taken' } : undefined;
}

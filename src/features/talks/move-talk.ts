import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../platform/database/database.js';
import { Alternatives } from './alternatives.js';
import { isTaken, resourcesOf, SlotTaken } from './allocations.js';
import { refuseTooLate } from './change-deadline.js';
import type { BrokenRule, ChangedMeanwhile, FreeSlot, NotOpen } from './free-slot.js';
import { lockResources } from './resource-locks.js';
import { SlotCheck, wantedPlace, type SlotRequest, type SlotWish } from './slot-check.js';
import { TalkRecord } from './talk-record.js';
import { isAt, isComing, stateAfterMove, verdictOnChanging, type Actor, type Talk } from './talk.js';
import { TalksRepository } from './talks.repository.js';

/** Moves what `version` showed to another place. */
interface MoveTalkCommand extends SlotRequest {
  readonly talkId: string;
  readonly version: number;
  readonly actor: Actor;
}

export type MoveTalkOutcome =
  | { readonly kind: 'moved'; readonly talkId: string; readonly revision: number; readonly version: number }
  | {
      readonly kind: 'refused';
      readonly violations: readonly BrokenRule[];
      readonly alternatives: readonly FreeSlot[];
    }
  /** Somebody was faster; the talk is where it was. */
  | { readonly kind: 'taken'; readonly alternatives: readonly FreeSlot[] }
  | ChangedMeanwhile
  | NotOpen;

type MoveAttempt =
  | Extract<MoveTalkOutcome, { kind: 'moved' }>
  | { readonly kind: 'refused'; readonly violations: readonly BrokenRule[] }
  | { readonly kind: 'taken' };

type Attempt = MoveAttempt | Extract<MoveTalkOutcome, { kind: 'changed-meanwhile' | 'not-open' }>;

interface WishOf {
  readonly wish: SlotWish;
  readonly actor: Actor;
}

interface Move {
  readonly wish: SlotWish;
  readonly command: MoveTalkCommand;
  /** The talk as it was before anything was locked. */
  readonly seen: Talk;
}

/** Moves a coming talk in one transaction: what it takes is swapped, and it never takes nothing or two places. */
@Injectable()
export class MoveTalk {
  constructor(
    private readonly database: Database,
    private readonly slots: SlotCheck,
    private readonly talks: TalksRepository,
    private readonly record: TalkRecord,
    private readonly alternatives: Alternatives,
  ) {}

  /**
   * Moving a talk to where it is already changes nothing and is no error. Throws `talk-not-found`,
   * `talk-choice-unreadable`, `talk-in-the-past`, and `talk-too-late` when the household comes after its deadline.
   */
  async run(command: MoveTalkCommand): Promise<MoveTalkOutcome> {
    const { officeId, talkId } = command;
    const seen = await this.talks.get(officeId, talkId);
    const { householdId } = seen;
    const wish = await this.slots.read(command, { householdId, talkId });
    const attempt = await this.attempt({ wish, command, seen });
    if (attempt.kind !== 'taken' && attempt.kind !== 'refused') return attempt;
    return { ...attempt, alternatives: await this.alternatives.near(wish) };
  }

  private async attempt(move: Move): Promise<Attempt> {
    try {
      return await this.database.transaction((tx) => this.move(tx, move));
    } catch (error) {
      if (error instanceof SlotTaken) return { kind: 'taken' };
      throw error;
    }
  }

  private async move(tx: Tx, { wish, command, seen }: Move): Promise<Attempt> {
    const { householdId, now, choice } = wish;
    await lockResources(tx, [...resourcesOf(choice, householdId), ...resourcesOf(seen, householdId)]);
    const talk = await this.talks.lockRow(tx, command.officeId, command.talkId);
    const { revision, version, id: talkId } = talk;
    if (isComing(talk, now) && isAt(talk, choice)) return { kind: 'moved', talkId, revision, version };
    const verdict = verdictOnChanging(talk, command.version, now);
    if (verdict === 'not-open') return { kind: 'not-open', state: talk.state };
    // whoever moved it meanwhile may have moved it to resources that are not locked here
    if (verdict === 'changed-meanwhile' || talk.version !== seen.version) {
      return this.talks.changedMeanwhile(tx, talk);
    }
    refuseTooLate(talk, { actor: command.actor, now }, wish.office.policies.changeUntilHours);
    return this.put(tx, talk, { wish, actor: command.actor });
  }

  /**
   * Puts a locked talk that may be moved somewhere else, in the caller's transaction. Throws `SlotTaken` when the
   * constraint finds the place taken after all.
   */
  async put(tx: Tx, talk: Talk, { wish, actor }: WishOf): Promise<MoveAttempt> {
    if (await isTaken(tx, wantedPlace(wish))) return { kind: 'taken' };
    const place = await this.slots.verdict(tx, wish);
    if (place.kind === 'refused') return place;
    return this.save(tx, talk, { wish, actor, ...place });
  }

  private async save(
    tx: Tx,
    talk: Talk,
    { wish, actor, place, overridden }: WishOf & AllowedPlace,
  ): Promise<MoveAttempt> {
    const whenSure = stateAfterMove(actor);
    const saved = await this.talks.move(tx, talk, { wish, place, whenSure });
    await this.record.write(tx, {
      officeId: talk.officeId,
      talkId: talk.id,
      householdId: talk.householdId,
      actor,
      event: 'moved',
      detail: { from: talk.startsAt.toISOString(), startsAt: wish.choice.startsAt, overridden },
    });
    return { kind: 'moved', talkId: talk.id, ...saved };
  }
}

type AllowedPlace = Extract<Awaited<ReturnType<SlotCheck['verdict']>>, { kind: 'allowed' }>;

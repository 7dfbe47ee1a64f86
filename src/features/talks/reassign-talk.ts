import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../platform/database/database.js';
import { isTaken, resourcesOf, SlotTaken, takeAll } from './allocations.js';
import type { BrokenRule, ChangedMeanwhile, NotOpen } from './free-slot.js';
import { lockResources } from './resource-locks.js';
import { SlotCheck, wantedPlace, type SlotWish } from './slot-check.js';
import { TalkRecord } from './talk-record.js';
import { verdictOnChanging, type Actor, type Talk } from './talk.js';
import { TalksRepository } from './talks.repository.js';

/** Gives what `version` showed to another caseworker. */
export interface ReassignTalkCommand {
  readonly officeId: number;
  readonly talkId: string;
  readonly version: number;
  readonly caseworkerId: number;
  readonly actor: Actor;
}

export type ReassignTalkOutcome =
  | { readonly kind: 'reassigned'; readonly version: number }
  | { readonly kind: 'refused'; readonly violations: readonly BrokenRule[] }
  | { readonly kind: 'taken' }
  | ChangedMeanwhile
  | NotOpen;

/**
 * Somebody else of the office leads the talk: time, room, interpreter and language stay, and so does the revision.
 * Nobody outside the office was told who leads it, so nobody is told anything.
 */
@Injectable()
export class ReassignTalk {
  constructor(
    private readonly database: Database,
    private readonly slots: SlotCheck,
    private readonly talks: TalksRepository,
    private readonly record: TalkRecord,
  ) {}

  /** Throws `talk-not-found`, `talk-in-the-past`. */
  async run(command: ReassignTalkCommand): Promise<ReassignTalkOutcome> {
    const seen = await this.talks.get(command.officeId, command.talkId);
    const choice = { ...seen, startsAt: seen.startsAt.toISOString(), caseworkerId: command.caseworkerId };
    const whose = { householdId: seen.householdId, talkId: seen.id };
    const wish = await this.slots.read({ officeId: command.officeId, choice }, whose);
    try {
      return await this.database.transaction((tx) => this.reassign(tx, { command, seen, wish }));
    } catch (error) {
      if (error instanceof SlotTaken) return { kind: 'taken' };
      throw error;
    }
  }

  private async reassign(
    tx: Tx,
    { command, seen, wish }: { command: ReassignTalkCommand; seen: Talk; wish: SlotWish },
  ): Promise<ReassignTalkOutcome> {
    const { householdId, choice, now } = wish;
    await lockResources(tx, [...resourcesOf(choice, householdId), ...resourcesOf(seen, householdId)]);
    const talk = await this.talks.lockRow(tx, command.officeId, command.talkId);
    const verdict = verdictOnChanging(talk, command.version, now);
    if (verdict === 'not-open') return { kind: 'not-open', state: talk.state };
    if (verdict === 'changed-meanwhile' || talk.version !== seen.version) {
      return this.talks.changedMeanwhile(tx, talk);
    }
    if (await isTaken(tx, wantedPlace(wish))) return { kind: 'taken' };
    const place = await this.slots.verdict(tx, wish);
    if (place.kind === 'refused') return place;
    const { version } = await this.talks.change(tx, talk, { caseworker_id: choice.caseworkerId }, now);
    await this.talks.freeResources(tx, talk.id);
    await takeAll(tx, { ...wantedPlace(wish), talkId: talk.id });
    await this.record.write(tx, {
      officeId: talk.officeId,
      talkId: talk.id,
      householdId,
      actor: command.actor,
      event: 'reassigned',
      detail: { from: talk.caseworkerId, to: choice.caseworkerId },
    });
    return { kind: 'reassigned', version };
  }
}

import { Injectable } from '@nestjs/common';
import { buildSchedule, checkTalk, provisionOf, withoutTalkOf } from '../../scheduling/index.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Tx } from '../../platform/database/database.js';
import { Offices, type Office } from '../offices/index.js';
import type { WantedPlace } from './allocations.js';
import { brokenRules } from './broken-rules.js';
import { candidateOf, siteOf, withChosenRemoteMode } from './candidates.js';
import type { BrokenRule } from './free-slot.js';
import { readChoice } from './read-choice.js';
import type { OfficeWorld } from './snapshot/office-world.js';
import { SchedulingSnapshots } from './snapshot/scheduling-snapshots.js';
import type { TalkChoice, TalkProvision } from './talk.js';

/** A place that somebody wants to have. */
export interface SlotWish {
  readonly office: Office;
  readonly householdId: number;
  readonly choice: TalkChoice;
  /** Why rules of the office shall not count. */
  readonly overrideReason: string | null;
  /** The household's own talk that is being moved there; null when there is none yet. */
  readonly talkId: string | null;
  readonly now: Date;
}

/** What a talk stores beside the choice. */
export interface TalkPlace {
  readonly siteId: number | null;
  readonly provision: TalkProvision;
  readonly overrideReason: string | null;
}

export type SlotVerdict =
  | { readonly kind: 'allowed'; readonly place: TalkPlace; readonly overridden: readonly string[] }
  | { readonly kind: 'refused'; readonly violations: readonly BrokenRule[] };

/** What somebody asks for, before it was read. */
export interface SlotRequest {
  readonly officeId: number;
  readonly choice: TalkChoice;
  readonly overrideReason?: string | undefined;
}

/** Asks every rule whether a talk may be where somebody wants it. */
@Injectable()
export class SlotCheck {
  constructor(
    private readonly offices: Offices,
    private readonly snapshots: SchedulingSnapshots,
    private readonly clock: Clock,
  ) {}

  /** To be called before the transaction, which must not wait for a second connection. */
  async read(request: SlotRequest, whose: Pick<SlotWish, 'householdId' | 'talkId'>): Promise<SlotWish> {
    const now = this.clock.now();
    const office = await this.offices.get(request.officeId);
    const choice = readChoice(request.choice, now);
    const reason = request.overrideReason?.trim() ?? '';
    return { office, choice, overrideReason: reason === '' ? null : reason, now, ...whose };
  }

  /** To be called when everything that the wish takes is locked, and is known not to be taken. */
  async verdict(tx: Tx, wish: SlotWish): Promise<SlotVerdict> {
    const { office, householdId, choice, talkId } = wish;
    const world = await this.snapshots.load(
      {
        office,
        householdIds: [householdId],
        movingIds: talkId === null ? [] : [householdId],
        interpreterIds: choice.interpreterId === null ? [] : [choice.interpreterId],
        onlyAround: new Date(choice.startsAt),
      },
      tx,
    );
    const violations = violationsOf(wish, world);
    const standing =
      wish.overrideReason === null ? violations : violations.filter((broken) => !broken.overridable);
    if (standing.length > 0) return { kind: 'refused', violations };
    return {
      kind: 'allowed',
      place: placeOf(wish, world, violations.length > 0),
      overridden: violations.map(({ rule }) => rule),
    };
  }
}

/** What the wish would take, for locks and allocations. */
export function wantedPlace(wish: SlotWish): WantedPlace {
  const { choice, householdId, talkId, now } = wish;
  const { talkMinutes: minutes, bufferMinutes } = wish.office.policies;
  return { choice, householdId, talkId, now, minutes, bufferMinutes };
}

function violationsOf({ choice, householdId, talkId }: SlotWish, world: OfficeWorld): readonly BrokenRule[] {
  const all = buildSchedule(withChosenRemoteMode(choice, world));
  const schedule = talkId !== null ? withoutTalkOf(String(householdId), all) : all;
  return brokenRules(checkTalk(candidateOf(choice, householdId, world), schedule), world);
}

function placeOf(wish: SlotWish, world: OfficeWorld, isOverridden: boolean): TalkPlace {
  const { choice, householdId, overrideReason } = wish;
  const site = siteOf(choice, world);
  const newcomer = world.snapshot.newcomers.find(({ id }) => id === String(householdId));
  const { interpreter, lang } = candidateOf(choice, householdId, world);
  return {
    siteId: site === null ? null : Number(site),
    provision: provisionOf({ interpreter, lang }, { languages: newcomer?.languages ?? [] }),
    // a reason that was not needed is not kept: it would look as if a rule had been broken
    overrideReason: isOverridden ? overrideReason : null,
  };
}

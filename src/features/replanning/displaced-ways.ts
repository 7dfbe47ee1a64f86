import { Injectable } from '@nestjs/common';
import { quietestFirst } from '../../scheduling/index.js';
import { type DisplacedTalk, DisplacedTalks } from '../settings/index.js';
import { type FreeSlot, FreeSlots, TalkQueries, type TalkView } from '../talks/index.js';
import { ASK_LATER, slotKey } from '../visits/index.js';

/** How a talk that lost its place can go on; `key` names the way in forms. */
export interface DisplacedWay {
  readonly key: string;
  readonly kind: 'slot' | 'later';
  /** Households that read something new: 0 or 1. */
  readonly told: number;
  readonly isSameTime: boolean;
  /** Somebody else of the office leads the talk, and nothing else changes. */
  readonly isReassigned: boolean;
  /** Where the talk would be; null: it stays on the worklist. */
  readonly slot: FreeSlot | null;
}

/** A talk that lost its place, with its ways, the quietest first. */
export interface DisplacedRow {
  readonly talk: TalkView;
  readonly rules: DisplacedTalk['rules'];
  readonly ways: readonly DisplacedWay[];
}

/** Talks that one page holds: each needs two searches. */
const MOST_DISPLACED = 40;
const SAME_TIME = 10;
const MOST_SAME_TIME = 3;
const OTHER_TIMES = 3;

const LATER: DisplacedWay = {
  key: ASK_LATER,
  kind: 'later',
  told: 0,
  isSameTime: true,
  isReassigned: false,
  slot: null,
};

/** Finds how talks can go on whose caseworker, room or site fell out, by the fewest changes. */
@Injectable()
export class DisplacedWays {
  constructor(
    private readonly displaced: DisplacedTalks,
    private readonly talks: TalkQueries,
    private readonly slots: FreeSlots,
  ) {}

  /** The nearest talks, by start. */
  async of(officeId: number): Promise<DisplacedRow[]> {
    const waiting = await this.displaced.list(officeId);
    const rows: DisplacedRow[] = [];
    for (const { talkId, rules } of waiting.slice(0, MOST_DISPLACED)) {
      const talk = await this.talks.byId(officeId, talkId);
      rows.push({ talk, rules, ways: quietestFirst([...(await this.slotWays(talk)), LATER]) });
    }
    return rows;
  }

  private async slotWays(talk: TalkView): Promise<DisplacedWay[]> {
    const { officeId, householdId, id: talkId } = talk;
    const startsAt = talk.startsAt.toISOString();
    const same = await this.slots.run(officeId, { householdId, talkId, startsAt, limit: SAME_TIME });
    const other = await this.slots.run(officeId, { householdId, talkId, near: startsAt, limit: OTHER_TIMES });
    const ways = [
      ...(same.kind === 'proposed' ? same.slots : []),
      ...(other.kind === 'proposed' ? other.slots : []),
    ].map((slot) => wayOf(slot, talk));
    const atTheTime = ways.filter(
      ({ isSameTime, slot }) => isSameTime && slot?.interpreterId === talk.interpreterId,
    );
    return [
      ...quietestFirst(atTheTime).slice(0, MOST_SAME_TIME),
      ...ways.filter(({ isSameTime }) => !isSameTime).slice(0, OTHER_TIMES),
    ];
  }
}

function wayOf(slot: FreeSlot, talk: TalkView): DisplacedWay {
  const isSameTime = Date.parse(slot.startsAt) === talk.startsAt.getTime();
  const isReassigned =
    isSameTime &&
    slot.roomId === talk.roomId &&
    slot.interpreterId === talk.interpreterId &&
    slot.interpreterMode === talk.interpreterMode &&
    slot.language === talk.language;
  const isUntold = talk.state === 'planned' || isReassigned;
  return { key: slotKey(slot), kind: 'slot', told: isUntold ? 0 : 1, isSameTime, isReassigned, slot };
}

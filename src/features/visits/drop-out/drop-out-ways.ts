import { Injectable } from '@nestjs/common';
import { nextAsks, quietestFirst, type AskCandidate } from '../../../scheduling/index.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { Offices, type Office } from '../../offices/index.js';
import { FreeSlots, type FreeSlot } from '../../talks/index.js';
import { AskWorlds, BY_PHONE_TIER } from '../ask-worlds.js';
import type { DroppedTalk } from './dropped-talks.js';
import { ASK_LATER, askKey, slotKey } from './way-key.js';

/** How one talk can go on; `key` names the way in forms. */
export interface DropOutWay {
  readonly key: string;
  readonly kind: 'ask' | 'slot' | 'later';
  /** Households that read something new: 0 or 1. */
  readonly told: number;
  readonly isSameTime: boolean;
  readonly interpreterId: number | null;
  readonly interpreterName: string | null;
  readonly mode: 'onsite' | 'phone' | 'video' | null;
  /** Where the talk would be; null: where it is. */
  readonly slot: FreeSlot | null;
}

const MOST_ASKED = 4;
const OTHER_TIMES = 3;
const SAME_TIME = 8;

/** Finds how talks can go on whose interpreter does not come, the quietest way first. */
@Injectable()
export class DropOutWays {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly offices: Offices,
    private readonly worlds: AskWorlds,
    private readonly slots: FreeSlots,
  ) {}

  /** @param talks of one visit @param gone the interpreter who does not come */
  async of(
    officeId: number,
    talks: readonly DroppedTalk[],
    gone: number,
  ): Promise<ReadonlyMap<string, readonly DropOutWay[]>> {
    const office = await this.offices.get(officeId);
    const candidates = await this.candidates(office, talks, gone);
    const first = this.firstAsks(office, talks, candidates);
    const names = await this.names(candidates);
    const ways = new Map<string, readonly DropOutWay[]>();
    for (const talk of talks) {
      const able = candidates.filter(({ talks: of }) => of.includes(talk.id));
      const chosen = first.get(talk.id);
      const sorted = [...able.filter((one) => one === chosen), ...able.filter((one) => one !== chosen)];
      const asks = sorted.slice(0, MOST_ASKED).map((one) => askWay(one, talk, names));
      const slots = await this.slotWays(officeId, talk, gone);
      ways.set(talk.id, quietestFirst([...asks, ...slots, LATER]));
    }
    return ways;
  }

  private async candidates(
    office: Office,
    talks: readonly DroppedTalk[],
    gone: number,
  ): Promise<readonly AskCandidate[]> {
    const ids = talks.map(({ id }) => id);
    const all = await this.worlds.candidates(office, ids, { byPhone: true });
    return all
      .filter(({ interpreter }) => interpreter !== String(gone))
      .sort((a, b) => a.tier - b.tier || b.talks.length - a.talks.length || a.money - b.money);
  }

  /** Whom the office would ask by itself: for as many of the talks together as possible. */
  private firstAsks(
    { policies }: Office,
    talks: readonly DroppedTalk[],
    candidates: readonly AskCandidate[],
  ): ReadonlyMap<string, AskCandidate> {
    const startOf = new Map(talks.map(({ id, start }) => [id, start]));
    const asked = talks.map(
      ({ id, revision }) => ({ id, revision, interpreter: null, state: 'asked' }) as const,
    );
    const { asks } = nextAsks({ talks: asked, offers: [] }, candidates, {
      now: this.clock.now().getTime() / 60_000,
      atOnce: 1,
      askUntil: (id) => (startOf.get(id) ?? 0) - policies.offerUntilHours * 60,
    });
    const candidateOf = ({ interpreter, tier }: (typeof asks)[number]): AskCandidate | undefined =>
      candidates.find((one) => one.interpreter === interpreter && one.tier === tier);
    return new Map(
      asks.flatMap((ask) => {
        const candidate = candidateOf(ask);
        return candidate ? ask.talks.map((id) => [id, candidate] as const) : [];
      }),
    );
  }

  /** Without another interpreter at the same time, and other times near by. */
  private async slotWays(officeId: number, talk: DroppedTalk, gone: number): Promise<DropOutWay[]> {
    const startsAt = new Date(talk.start * 60_000).toISOString();
    const whose = { householdId: talk.householdId, talkId: talk.id, withoutInterpreterId: gone };
    const same = await this.slots.run(officeId, { ...whose, limit: SAME_TIME, startsAt });
    const other = await this.slots.run(officeId, { ...whose, limit: OTHER_TIMES, near: startsAt });
    const without = same.kind === 'proposed' ? same.slots.filter((slot) => slot.interpreterId === null) : [];
    const times = other.kind === 'proposed' ? other.slots : [];
    return [...without.slice(0, 1), ...times].map((slot) => slotWay(slot, talk));
  }

  private async names(candidates: readonly AskCandidate[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.database.query<{ id: string; name: string }>(
      `select id::text, trim(first_name || ' ' || last_name) as name from interpreters where id = any($1)`,
      [candidates.map(({ interpreter }) => Number(interpreter))],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}

const LATER: DropOutWay = {
  key: ASK_LATER,
  kind: 'later',
  told: 0,
  isSameTime: true,
  interpreterId: null,
  interpreterName: null,
  mode: null,
  slot: null,
};

function askWay(
  { interpreter, tier }: AskCandidate,
  talk: DroppedTalk,
  names: ReadonlyMap<string, string>,
): DropOutWay {
  const interpreterId = Number(interpreter);
  const mode = tier === BY_PHONE_TIER ? 'phone' : talk.mode;
  return {
    ...LATER,
    key: askKey({ interpreterId, mode }),
    kind: 'ask',
    interpreterId,
    interpreterName: names.get(interpreter) ?? '',
    mode,
  };
}

function slotWay(slot: FreeSlot, talk: DroppedTalk): DropOutWay {
  return {
    key: slotKey(slot),
    kind: 'slot',
    told: talk.isTold ? 1 : 0,
    isSameTime: Date.parse(slot.startsAt) === talk.start * 60_000,
    interpreterId: slot.interpreterId,
    interpreterName: slot.interpreterName,
    mode: slot.interpreterMode,
    slot,
  };
}

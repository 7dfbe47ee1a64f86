import { Injectable } from '@nestjs/common';
import { FreeSlots, type FreeSlot, TalkQueries, type TalkView } from '../../../features/talks/index.js';
import type { UnsureTalk } from '../../../features/visits/index.js';

/** A talk and where else it could be. */
export interface TalkWays {
  readonly talk: TalkView;
  readonly slots: readonly FreeSlot[];
}

const SAME_TIME = 4;
const OTHER_TIMES = 2;

/** Other ways for a talk without interpreter, by every rule: somebody else at the same time, or another time. */
@Injectable()
export class TalkAlternatives {
  constructor(
    private readonly slots: FreeSlots,
    private readonly talks: TalkQueries,
  ) {}

  /** With the talk itself. Interpreters who said no or nothing already are left out. */
  async of(officeId: number, { talkId, asked }: UnsureTalk): Promise<TalkWays> {
    const talk = await this.talks.byId(officeId, talkId);
    const { householdId } = talk;
    const startsAt = talk.startsAt.toISOString();
    const whose = { householdId, talkId };
    const same = await this.slots.run(officeId, { ...whose, limit: SAME_TIME + asked.length, startsAt });
    const other = await this.slots.run(officeId, { ...whose, limit: OTHER_TIMES, near: startsAt });
    const isNew = ({ interpreterId }: FreeSlot): boolean =>
      interpreterId === null || !asked.includes(interpreterId);
    const slots = [
      ...(same.kind === 'proposed' ? onePerWay(same.slots.filter(isNew)).slice(0, SAME_TIME) : []),
      ...(other.kind === 'proposed' ? other.slots.slice(0, OTHER_TIMES) : []),
    ];
    return { talk, slots };
  }
}

/** The best of each way of understanding, with the present caseworker if possible. */
function onePerWay(slots: readonly FreeSlot[]): readonly FreeSlot[] {
  const ways = new Map<string, FreeSlot>();
  for (const slot of slots) {
    const way = [slot.provision, slot.language, slot.interpreterId, slot.interpreterMode].join('|');
    if (!ways.has(way)) ways.set(way, slot);
  }
  return [...ways.values()];
}

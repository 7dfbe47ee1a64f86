import { Injectable } from '@nestjs/common';
import { FreeSlots, type FreeSlot, type TalkView } from '../../../features/talks/index.js';

const SAME_TIME = 4;
const OTHER_TIMES = 2;

/** Other ways for a talk without interpreter, by every rule: somebody else at the same time, or another time. */
@Injectable()
export class TalkAlternatives {
  constructor(private readonly slots: FreeSlots) {}

  /** @param asked interpreters who said no or nothing already */
  async of(talk: TalkView, asked: readonly number[]): Promise<readonly FreeSlot[]> {
    const { officeId, householdId, id: talkId } = talk;
    const startsAt = talk.startsAt.toISOString();
    const whose = { householdId, talkId };
    const same = await this.slots.run(officeId, { ...whose, limit: SAME_TIME + asked.length, startsAt });
    const other = await this.slots.run(officeId, { ...whose, limit: OTHER_TIMES, near: startsAt });
    const isNew = ({ interpreterId }: FreeSlot): boolean =>
      interpreterId === null || !asked.includes(interpreterId);
    return [
      ...(same.kind === 'proposed' ? onePerWay(same.slots.filter(isNew)).slice(0, SAME_TIME) : []),
      ...(other.kind === 'proposed' ? other.slots.slice(0, OTHER_TIMES) : []),
    ];
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

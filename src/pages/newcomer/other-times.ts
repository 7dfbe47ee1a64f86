import { Injectable } from '@nestjs/common';
import { type FreeSlot, FreeSlots } from '../../features/talks/index.js';
import { halfDayIn } from './half-day.js';
import { isOffer, type OfferDay, offerDays } from './offers.js';
import type { Visit } from './visits.js';

/** Looked at before the choice of days: more than a week of an empty calendar in steps of 15 minutes. */
const LOOKED_AT = 240;
const AT_ONE_START = 20;

/** Other times for the talk of a visit; what the talk takes itself counts as free. */
@Injectable()
export class OtherTimes {
  constructor(private readonly freeSlots: FreeSlots) {}

  /** The few days and times to choose from, nearest to the present talk. */
  async days(visit: Visit): Promise<OfferDay[]> {
    const { talk, office } = visit;
    const near = talk.startsAt.toISOString();
    const slots = await this.search(visit, { limit: LOOKED_AT, near });
    return offerDays(slots, talk, halfDayIn(office.timeZone));
  }

  /** The best place at one start; undefined when it is not free any more or never was an offer. */
  async at(visit: Visit, startsAt: string): Promise<FreeSlot | undefined> {
    const slots = await this.search(visit, { limit: AT_ONE_START, startsAt });
    return slots.find((slot) => isOffer(slot, visit.talk));
  }

  private async search(
    { talk }: Visit,
    wish: { limit: number; near?: string; startsAt?: string },
  ): Promise<readonly FreeSlot[]> {
    const { officeId, householdId, id: talkId } = talk;
    const answer = await this.freeSlots.run(officeId, { householdId, talkId, ...wish });
    return answer.kind === 'proposed' ? answer.slots : [];
  }
}

import type { FreeSlot, TalkProvision, TalkView } from '../../features/talks/index.js';

const MOST_OFFERS = 8;
const MOST_DAYS = 3;
/** Asked of the search per day; more would leave too few for the other days. */
export const OFFERS_PER_DAY = 3;

/** How well people understand each other; a move must not make it worse. */
const UNDERSTANDING: Readonly<Record<TalkProvision, number>> = {
  caseworker: 2,
  interpreter: 2,
  relay: 1,
  german: 0,
};

/** The times of one local day that the newcomer may choose from, earliest first. */
export interface OfferDay {
  /** Local date `YYYY-MM-DD`. */
  readonly day: string;
  readonly slots: readonly FreeSlot[];
}

/** The present talk, as far as offers must be as good. */
export type PresentTalk = Pick<TalkView, 'startsAt' | 'mode' | 'provision'>;

/** May this place stand in for the talk? It is another time, held in the same way, understood at least as well. */
export function isOffer(slot: FreeSlot, talk: PresentTalk): boolean {
  return (
    Date.parse(slot.startsAt) !== talk.startsAt.getTime() &&
    slot.mode === talk.mode &&
    UNDERSTANDING[slot.provision] >= UNDERSTANDING[talk.provision]
  );
}

/**
 * At most eight offers on at most three days, days in order: few enough to choose from on a phone.
 * @param slots best first, as the search returns them
 * @param dayOf local date of an instant
 */
export function offerDays(
  slots: readonly FreeSlot[],
  talk: PresentTalk,
  dayOf: (instant: Date) => string,
): OfferDay[] {
  const days = new Map<string, FreeSlot[]>();
  const starts = new Set<string>();
  for (const slot of slots) {
    if (starts.size === MOST_OFFERS) break;
    const day = dayOf(new Date(slot.startsAt));
    const ofDay = days.get(day) ?? [];
    const hasRoom = ofDay.length < OFFERS_PER_DAY && (days.has(day) || days.size < MOST_DAYS);
    if (!hasRoom || starts.has(slot.startsAt) || !isOffer(slot, talk)) continue;
    starts.add(slot.startsAt);
    days.set(day, [...ofDay, slot]);
  }
  return [...days]
    .map(([day, ofDay]) => ({ day, slots: ofDay.sort(byStart) }))
    .sort((one, other) => one.day.localeCompare(other.day));
}

function byStart(one: FreeSlot, other: FreeSlot): number {
  return Date.parse(one.startsAt) - Date.parse(other.startsAt);
}

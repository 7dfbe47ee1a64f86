import type { FreeSlot, TalkProvision, TalkView } from '../../features/talks/index.js';

const MOST_OFFERS = 8;
const MOST_DAYS = 3;
const MOST_PER_DAY = 3;
/** So that a day offers a morning and an afternoon when it has both. */
const MOST_PER_HALF_DAY = 2;
/** Three starts within half an hour would be one offer, not three. */
const APART_MS = 60 * 60_000;

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

/** Local date and half of the day of an instant. */
export interface HalfDay {
  /** `YYYY-MM-DD` */
  readonly day: string;
  readonly half: 'morning' | 'afternoon';
}

/**
 * At most eight offers on at most three days, days in order: few enough to choose from on a phone, and unlike
 * enough that one of them may suit.
 * @param slots best first, as the search returns them
 */
export function offerDays(
  slots: readonly FreeSlot[],
  talk: PresentTalk,
  halfDayOf: (instant: Date) => HalfDay,
): OfferDay[] {
  const days = new Map<string, FreeSlot[]>();
  let count = 0;
  for (const slot of slots) {
    if (count === MOST_OFFERS) break;
    const { day } = halfDayOf(new Date(slot.startsAt));
    const ofDay = days.get(day) ?? [];
    const isNewDayTooMany = !days.has(day) && days.size === MOST_DAYS;
    const isChoice = isOffer(slot, talk) && isApart(slot, talk.startsAt);
    if (isNewDayTooMany || !isChoice || !addsTo(ofDay, slot, halfDayOf)) continue;
    days.set(day, [...ofDay, slot]);
    count += 1;
  }
  return [...days]
    .map(([day, ofDay]) => ({ day, slots: ofDay.sort(byStart) }))
    .sort((one, other) => one.day.localeCompare(other.day));
}

function addsTo(ofDay: readonly FreeSlot[], slot: FreeSlot, halfDayOf: (instant: Date) => HalfDay): boolean {
  const half = ({ startsAt }: FreeSlot): string => halfDayOf(new Date(startsAt)).half;
  const isFull = ofDay.length === MOST_PER_DAY;
  const isHalfFull = ofDay.filter((known) => half(known) === half(slot)).length === MOST_PER_HALF_DAY;
  return !isFull && !isHalfFull && ofDay.every((known) => isApart(slot, new Date(known.startsAt)));
}

/** Whoever cannot come at two cannot come at a quarter past two. */
function isApart(slot: FreeSlot, from: Date): boolean {
  return Math.abs(Date.parse(slot.startsAt) - from.getTime()) >= APART_MS;
}

function byStart(one: FreeSlot, other: FreeSlot): number {
  return Date.parse(one.startsAt) - Date.parse(other.startsAt);
}

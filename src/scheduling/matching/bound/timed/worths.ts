import { at, num } from '../../at.js';
import type { Bin, Item } from '../bins.js';
import { ITEM_WORK, type Pricing } from '../pricing.js';
import type { TimedItem } from './timed-items.js';

/** One talk and what it is worth beside money. */
interface Offer {
  readonly item: TimedItem;
  readonly worth: number;
}

/** The talks of one newcomer in a bin. */
export interface Worths {
  readonly newcomer: number;
  readonly minutes: number;
  readonly offers: Offer[];
  /** The highest worth of them. */
  best: number;
  /** Found when it is asked for, see `timesOf`: most never are. */
  times: Times | undefined;
}

interface Times {
  /** The most valuable first. */
  readonly offers: readonly Offer[];
  /** By slot: the highest worth from then on. */
  readonly after: Float64Array;
}

/** The talks of a newcomer in order, and what they can be worth late. */
export function timesOf(worths: Worths, slots: number): Times {
  if (worths.times) return worths.times;
  const offers = [...worths.offers].sort((a, b) => b.worth - a.worth || a.item.start - b.item.start);
  const after = new Float64Array(slots + 1).fill(-Infinity);
  for (const { item, worth } of offers) after[item.from] = Math.max(num(after, item.from), worth);
  for (let slot = slots - 1; slot >= 0; slot--)
    after[slot] = Math.max(num(after, slot), num(after, slot + 1));
  worths.times = { offers, after };
  return worths.times;
}

interface Asked {
  readonly pricing: Pricing;
  readonly bin: Bin;
  readonly presence: Float64Array | undefined;
  /** Talks that are worth no more do not count. */
  readonly least: number;
}

/** The newcomers of a bin whose talks are worth more than `least`, the most valuable first. */
export function worthsOf(
  pricing: Pricing,
  index: number,
  { times, least }: { times: readonly (readonly TimedItem[])[]; least: number },
): readonly Worths[] {
  const bin = at(pricing.bins, index);
  const asked: Asked = { pricing, bin, presence: pricing.prices.presence.get(index), least };
  const found: Worths[] = [];
  pricing.effort.done += bin.items.length * ITEM_WORK;
  // at no time a talk is worth more than it would be if times were free
  bin.items.forEach((item, talk) => {
    if (worthAnytime(asked, item) > least) addOffers(found, asked, at(times, talk));
  });
  return found.sort((a, b) => b.best - a.best);
}

/** Adds what one talk is worth at its times; talks of the same newcomer follow one another. */
function addOffers(found: Worths[], asked: Asked, items: readonly TimedItem[]): void {
  asked.pricing.effort.done += items.length * ITEM_WORK;
  let last = found.at(-1);
  for (const item of items) {
    const worth = worthOf(asked, item);
    if (worth <= asked.least) continue;
    if (last?.newcomer !== item.newcomer) {
      const { newcomer, start, end } = item;
      last = { newcomer, minutes: end - start, offers: [], best: worth, times: undefined };
      found.push(last);
    }
    last.offers.push({ item, worth });
    last.best = Math.max(last.best, worth);
  }
}

function worthAnytime({ pricing, bin }: Asked, item: Item): number {
  const { problem, cells, prices } = pricing;
  const { types } = problem.people;
  const talk = bin.interpreter < 0 ? 0 : num(prices.talk, bin.interpreter * problem.grid.days + bin.day);
  const capacity = num(prices.capacity, (item.pool * cells + item.cell) * types.length + item.type);
  return num(prices.newcomer, item.newcomer) - item.cost - capacity - talk;
}

function worthOf(asked: Asked, item: TimedItem): number {
  const worth = worthAnytime(asked, item);
  if (worth <= asked.least) return worth;
  const { pricing, bin, presence } = asked;
  const first = bin.day * (pricing.problem.grid.slots + 1);
  const leaders = at(pricing.prices.moments, item.leaders);
  const rooms = at(pricing.prices.moments, item.rooms);
  const [from, to] = [first + item.from, first + item.to];
  const servers = num(leaders, to) - num(leaders, from) + num(rooms, to) - num(rooms, from);
  return worth - servers - (presence ? num(presence, item.until) - num(presence, item.from) : 0);
}

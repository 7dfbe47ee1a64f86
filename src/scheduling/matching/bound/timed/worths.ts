import { at, num } from '../../at.js';
import type { Bin } from '../bins.js';
import type { Pricing } from '../pricing.js';
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

/** The newcomers of a bin whose talks are worth more than `least`, the most valuable first. */
export function worthsOf(
  pricing: Pricing,
  index: number,
  { items, least }: { items: readonly TimedItem[]; least: number },
): readonly Worths[] {
  const bin = at(pricing.bins, index);
  const presence = pricing.prices.presence.get(index);
  const found: Worths[] = [];
  let last: Worths | undefined;
  for (const item of items) {
    const worth = worthOf(pricing, bin, { item, least, presence });
    if (worth <= least) continue;
    if (last?.newcomer !== item.newcomer) {
      const { newcomer, start, end } = item;
      last = { newcomer, minutes: end - start, offers: [], best: worth, times: undefined };
      found.push(last);
    }
    last.offers.push({ item, worth });
    last.best = Math.max(last.best, worth);
  }
  return found.sort((a, b) => b.best - a.best);
}

function worthOf(
  { problem, cells, prices }: Pricing,
  bin: Bin,
  { item, least, presence }: { item: TimedItem; least: number; presence: Float64Array | undefined },
): number {
  const { types } = problem.people;
  const talk = bin.interpreter < 0 ? 0 : num(prices.talk, bin.interpreter * problem.grid.days + bin.day);
  const capacity = num(prices.capacity, (item.venue * cells + item.cell) * types.length + item.type);
  const worth = num(prices.newcomer, item.newcomer) - item.cost - capacity - talk;
  if (worth <= least) return worth;
  const first = bin.day * (problem.grid.slots + 1);
  const leaders = at(prices.moments, item.leaders);
  const rooms = at(prices.moments, item.rooms);
  const [from, to] = [first + item.from, first + item.to];
  const servers = num(leaders, to) - num(leaders, from) + num(rooms, to) - num(rooms, from);
  return worth - servers - (presence ? num(presence, item.until) - num(presence, item.from) : 0);
}

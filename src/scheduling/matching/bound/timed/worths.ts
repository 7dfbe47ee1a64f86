import { at, num } from '../../at.js';
import type { Bin } from '../bins.js';
import type { Pricing } from '../pricing.js';
import type { TimedItem } from './timed-items.js';

/** The talks of one newcomer in a bin, and what each is worth beside money. */
export interface Worths {
  readonly newcomer: number;
  readonly minutes: number;
  readonly items: TimedItem[];
  readonly worth: number[];
  /** The highest of them. */
  best: number;
}

/** The newcomers of a bin whose talks are worth more than `least`, the most valuable first. */
export function worthsOf(
  pricing: Pricing,
  bin: Bin,
  { items, least }: { items: readonly TimedItem[]; least: number },
): readonly Worths[] {
  const found: Worths[] = [];
  let last: Worths | undefined;
  for (const item of items) {
    const worth = worthOf(pricing, bin, { item, least });
    if (worth <= least) continue;
    if (last?.newcomer !== item.newcomer) {
      last = { newcomer: item.newcomer, minutes: item.end - item.start, items: [], worth: [], best: worth };
      found.push(last);
    }
    last.items.push(item);
    last.worth.push(worth);
    last.best = Math.max(last.best, worth);
  }
  return found.sort((a, b) => b.best - a.best);
}

function worthOf(
  { problem, cells, prices }: Pricing,
  bin: Bin,
  { item, least }: { item: TimedItem; least: number },
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
  return worth - num(leaders, to) + num(leaders, from) - num(rooms, to) + num(rooms, from);
}

import { at, num } from '../at.js';
import type { Problem } from '../problem/problem.js';
import type { Bin, Item } from './bins.js';
import type { Effort } from './effort.js';
import type { Triple } from './timed/triples.js';
import { moneyOf, timePrice } from './visit-money.js';

/** A visit with its talks, or one talk without an interpreter: what the linear programme chooses from. */
export interface Column {
  readonly bin: number;
  readonly items: readonly Item[];
  /** Rappen of the talks and of the visit, the least there can be. */
  readonly cost: number;
  /** Minutes that the interpreter needs for it at least. */
  readonly minutes: number;
}

/** What the rows of the linear programme ask, in Rappen. */
export interface Prices {
  /** What a talk of a newcomer is worth, by newcomer. */
  readonly newcomer: Float64Array;
  /** What a talk takes of caseworkers and rooms, by (pool × cells + cell) × types + type. */
  readonly capacity: Float64Array;
  /** What one more talk of an interpreter costs on a day, beside money, by interpreter × days + day. */
  readonly talk: Float64Array;
  /** What a minute of an interpreter costs in a cell, beside money, by interpreter × cells + cell. */
  readonly minute: Float64Array;
  /** What the one visit of a bin costs beside money, by bin. */
  readonly bin: Float64Array;
  /** With times: what the slots of all days before one cost, by set of servers; each by day × (slots + 1) + slot. */
  readonly moments: readonly Float64Array[];
  /** With times: what all slots before one cost, by bin of an interpreter whose time there has a price; by slot. */
  readonly presence: Map<number, Float64Array>;
  /** With times: the triples of a newcomer, by newcomer. */
  readonly triples: readonly Triple[][];
}

export interface Pricing {
  readonly problem: Problem;
  readonly cells: number;
  readonly bins: readonly Bin[];
  readonly prices: Prices;
  readonly effort: Effort;
}

/** The visit of these items in a bin. */
export function visitOf(pricing: Pricing, index: number, items: readonly Item[]): Column {
  const bin = at(pricing.bins, index);
  const { types } = pricing.problem.people;
  const minutes = items.reduce((sum, item) => sum + at(types, item.type).minutes, 0);
  const own = items.reduce((sum, item) => sum + item.cost, 0);
  const money = moneyOf(pricing.problem, bin, { minutes, gaps: items.length - 1 });
  return { bin: index, items, minutes, cost: own + money };
}

/** Visits of a bin that are worth more than they cost. */
export interface PricedBin {
  readonly columns: readonly Column[];
  /** The most valuable of them, and its value; no visit of the bin has a higher one. */
  readonly best: Column | undefined;
  readonly value: number;
}

/** Units of work (see `Effort`) to price a bin, and for each talk in it, measured. */
export const BIN_WORK = 40;
export const ITEM_WORK = 5;

const NOTHING: PricedBin = { columns: [], best: undefined, value: 0 };

/** The best visit of a bin for each number of talks. */
export function priceBin(pricing: Pricing, index: number): PricedBin {
  const bin = at(pricing.bins, index);
  pricing.effort.done += BIN_WORK + bin.items.length * ITEM_WORK;
  const byType = worthOf(pricing, bin);
  const offers = new Map<number, Offer>();
  chooseCounts({ pricing, bin, byType, offers }, { type: 0, counts: [], minutes: 0, worth: 0 });
  if (offers.size === 0) return NOTHING;
  return bestOf(
    [...offers.values()].map((offer) => ({ column: columnOf(index, offer, byType), value: offer.value })),
  );
}

/** Columns and their values as an answer. */
export function bestOf(found: readonly { readonly column: Column; readonly value: number }[]): PricedBin {
  const columns = found.map(({ column }) => column);
  const best = found.reduce<(typeof found)[number] | undefined>(
    (most, one) => (most && most.value >= one.value ? most : one),
    undefined,
  );
  return best ? { columns, best: best.column, value: Math.max(0, best.value) } : NOTHING;
}

/** Rappen below which a column is not worth adding. */
const LEAST_VALUE = 1e-6;

interface Worth {
  readonly item: Item;
  readonly worth: number;
}

interface Offer {
  readonly counts: readonly number[];
  readonly value: number;
  readonly money: number;
  readonly minutes: number;
}

interface Choice {
  readonly type: number;
  readonly counts: readonly number[];
  readonly minutes: number;
  readonly worth: number;
}

interface Choosing {
  readonly pricing: Pricing;
  readonly bin: Bin;
  readonly byType: readonly (readonly Worth[])[];
  /** By number of talks: the best so far. */
  readonly offers: Map<number, Offer>;
}

/** The newcomers whose talk is worth more than it takes, by type, the most valuable first. */
function worthOf({ problem, cells, prices }: Pricing, bin: Bin): readonly (readonly Worth[])[] {
  const types = problem.people.types.length;
  const talk = bin.interpreter < 0 ? 0 : num(prices.talk, bin.interpreter * problem.grid.days + bin.day);
  // beside pinned talks even a talk worth nothing may save money, because it joins their visits
  const leastWorth = bin.pinnedMinutes > 0 ? -Infinity : 0;
  const best = new Map<number, Worth>();
  for (const item of bin.items) {
    const taken = num(prices.capacity, (item.pool * cells + item.cell) * types + item.type);
    const worth = num(prices.newcomer, item.newcomer) - item.cost - taken - talk;
    if (worth > (best.get(item.newcomer)?.worth ?? leastWorth)) best.set(item.newcomer, { item, worth });
  }
  const byType: Worth[][] = Array.from({ length: types }, () => []);
  for (const entry of best.values()) at(byType, entry.item.type).push(entry);
  for (const list of byType) list.sort((a, b) => b.worth - a.worth);
  return byType;
}

/** Tries every number of talks per type; of each type the most valuable are taken. */
function chooseCounts(choosing: Choosing, choice: Choice): void {
  const { pricing, bin, byType } = choosing;
  const list = byType[choice.type];
  if (!list) {
    offer(choosing, choice);
    return;
  }
  const { minutes } = at(pricing.problem.people.types, choice.type);
  const taken = choice.counts.reduce((sum, count) => sum + count, 0);
  let worth = choice.worth;
  for (let count = 0; count <= list.length && taken + count <= bin.most; count++) {
    const total = choice.minutes + count * minutes;
    if (total > bin.longest) return;
    if (count > 0) worth += at(list, count - 1).worth;
    chooseCounts(choosing, {
      type: choice.type + 1,
      counts: [...choice.counts, count],
      minutes: total,
      worth,
    });
  }
}

function offer(choosing: Choosing, choice: Choice): void {
  const { pricing, bin, offers } = choosing;
  const { minutes } = choice;
  const talks = choice.counts.reduce((sum, count) => sum + count, 0);
  if (talks === 0 || minutes + (talks - 1) * bin.wait > bin.longest) return;
  const money = moneyOf(pricing.problem, bin, { minutes, gaps: talks - 1 });
  const value = choice.worth - money - timePrice(pricing, bin, minutes);
  if (value > (offers.get(talks)?.value ?? LEAST_VALUE))
    offers.set(talks, { counts: choice.counts, value, money, minutes });
}

function columnOf(
  bin: number,
  { counts, money, minutes }: Offer,
  byType: readonly (readonly Worth[])[],
): Column {
  const items = counts.flatMap((count, type) =>
    at(byType, type)
      .slice(0, count)
      .map(({ item }) => item),
  );
  return { bin, items, minutes, cost: money + items.reduce((sum, item) => sum + item.cost, 0) };
}

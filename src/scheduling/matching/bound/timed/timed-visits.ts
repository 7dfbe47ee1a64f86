import { at, num } from '../../at.js';
import type { Bin } from '../bins.js';
import { BIN_WORK, bestOf, ITEM_WORK, type Column, type PricedBin, type Pricing } from '../pricing.js';
import { moneyOf, timePrice } from '../visit-money.js';
import { needSameServer } from './servers.js';
import type { TimedItem, TimedItems } from './timed-items.js';
import type { Triple } from './triples.js';
import { timesOf, worthsOf, type Worths } from './worths.js';

/** Told of a visit worth more than the limit; returns the limit from then on. */
type OnVisit = (column: () => Column, value: number) => number;

interface Look {
  readonly pricing: Pricing;
  readonly timed: TimedItems;
  readonly bin: Bin;
  readonly index: number;
  /** The newcomers of the bin whose talks are worth anything, the most valuable first. */
  readonly worths: readonly Worths[];
  /** Minutes of the shortest of these talks. */
  readonly shortest: number;
  /** Minutes in which the interpreter could hold a talk elsewhere and be back. */
  readonly away: number;
  readonly onVisit: OnVisit;
  readonly pairs: Map<Triple, number>;
  /** The newcomers who are together, and their talks that have a time already. */
  readonly group: Worths[];
  readonly placed: TimedItem[];
  limit: number;
}

/** The best visit of a bin for each number of talks, if it is worth more than a limit, and the value of the best. */
export function priceTimedBin(
  pricing: Pricing,
  index: number,
  { timed, limit }: { timed: TimedItems; limit: number },
): PricedBin {
  const bySize = new Map<number, { value: number; column: Column }>();
  let best = limit;
  const onVisit: OnVisit = (makeColumn, value) => {
    const column = makeColumn();
    if (value > (bySize.get(column.items.length)?.value ?? -Infinity))
      bySize.set(column.items.length, { value, column });
    best = Math.max(best, value);
    return best;
  };
  forEachVisit(pricing, index, { timed, limit, onVisit });
  return bestOf([...bySize.values()]);
}

/**
 * Calls back for the visits of a bin, talks and times, that are worth more than they cost by more than a limit. First
 * groups of newcomers are looked for as if times did not matter, then times for each group.
 */
export function forEachVisit(
  pricing: Pricing,
  index: number,
  { timed, limit, onVisit }: { timed: TimedItems; limit: number; onVisit: OnVisit },
): void {
  const bin = at(pricing.bins, index);
  pricing.effort.done += BIN_WORK;
  // beside pinned talks even a talk worth nothing may save money, because it joins their visits
  const least = bin.pinnedMinutes > 0 || limit < 0 ? -Infinity : 0;
  const worths = worthsOf(pricing, index, { times: at(timed.of, index), least });
  const shortest = worths.reduce((least, { minutes }) => Math.min(least, minutes), Infinity);
  const look: Look = {
    ...{ pricing, timed, bin, index, worths, shortest, onVisit, limit, away: awayTime(pricing, bin) },
    ...{ pairs: new Map(), group: [], placed: [] },
  };
  growGroup(look, { from: 0, worth: -num(pricing.prices.bin, index), minutes: 0 });
}

function awayTime({ problem }: Pricing, { interpreter }: Bin): number {
  const shortest = Math.min(...problem.people.types.map(({ minutes }) => minutes));
  return shortest + 2 * num(problem.tariffs.transfer, interpreter);
}

interface Group {
  readonly from: number;
  readonly worth: number;
  readonly minutes: number;
}

/** Tries every newcomer behind those of the group. */
function growGroup(look: Look, { from, worth, minutes }: Group): void {
  const { worths, group, bin } = look;
  for (let index = from; index < worths.length; index++) {
    if (atMost(look, { from: index, worth, minutes }) <= look.limit) return;
    const next = at(worths, index);
    const grown = {
      from: index + 1,
      worth: withTriples(look, worth + next.best, next.newcomer),
      minutes: minutes + next.minutes,
    };
    group.push(next);
    if (grown.minutes + (group.length - 1) * bin.wait <= bin.longest) {
      if (grown.worth - priceOf(look, grown.minutes, group.length - 1) > look.limit)
        placeNext(look, {
          worth: grown.worth,
          missing: grown.minutes,
          closedMoney: 0,
          closedMinutes: 0,
          minutes: 0,
        });
      if (group.length < bin.most) growGroup(look, grown);
    }
    group.pop();
    withoutTriples(look, next.newcomer);
  }
}

/** What a group with at least one more newcomer can be worth at most, if the best others had the shortest talks. */
function atMost(look: Look, { from, worth, minutes }: Group): number {
  const { worths, group, bin, shortest } = look;
  const end = Math.min(worths.length, from + bin.most - group.length);
  let most = -Infinity;
  let sum = worth;
  let length = minutes;
  for (let index = from; index < end; index++) {
    sum += at(worths, index).best;
    length += shortest;
    most = Math.max(most, sum - priceOf(look, length, group.length + index - from));
  }
  return most;
}

function priceOf({ pricing, bin }: Look, minutes: number, gaps: number): number {
  return moneyOf(pricing.problem, bin, { minutes, gaps }) + timePrice(pricing, bin, minutes);
}

/** The worth of a group with one more; a triple is paid for when its second newcomer comes. */
function withTriples(look: Look, worth: number, newcomer: number): number {
  let left = worth;
  for (const triple of at(look.pricing.prices.triples, newcomer)) {
    const count = (look.pairs.get(triple) ?? 0) + 1;
    look.pairs.set(triple, count);
    if (count === 2) left -= triple.price;
  }
  return left;
}

function withoutTriples(look: Look, newcomer: number): void {
  for (const triple of at(look.pricing.prices.triples, newcomer))
    look.pairs.set(triple, (look.pairs.get(triple) ?? 0) - 1);
}

/** Talks that have a time: Rappen and minutes of visits that are over, and the minutes of the present one. */
interface Sofar {
  /** With the best times for those that have none yet, and the minutes of these. */
  readonly worth: number;
  readonly missing: number;
  readonly closedMoney: number;
  readonly closedMinutes: number;
  readonly minutes: number;
}

/** Tries every time for every newcomer of the group who could be next. */
function placeNext(look: Look, sofar: Sofar): void {
  const { group, placed } = look;
  if (placed.length === group.length) {
    const value = sofar.worth - leastPrice(look, sofar);
    if (value > look.limit) look.limit = look.onVisit(() => columnOf(look, sofar), value);
    return;
  }
  for (const next of group)
    if (!placed.some(({ newcomer }) => newcomer === next.newcomer)) placeOne(look, sofar, next);
}

/** Tries every time for one newcomer, as long as the others could still be worth enough behind it. */
function placeOne(look: Look, sofar: Sofar, next: Worths): void {
  const { placed, pricing } = look;
  const { slots } = pricing.problem.grid;
  const last = placed.at(-1);
  const rest = sofar.worth - next.best - leastPrice(look, sofar);
  for (const { item, worth } of timesOf(next, slots).offers) {
    if (rest + worth <= look.limit) return;
    pricing.effort.done += ITEM_WORK;
    if (last && !canFollow(look, last, item)) continue;
    placed.push(item);
    if (rest + worth - lossAfter(look, item.until) > look.limit)
      tryNext(look, sofar, { last, item, loss: next.best - worth });
    placed.pop();
  }
}

/** What those of the group without a time lose at least when all of them come from a slot on. */
function lossAfter({ group, placed, pricing }: Look, slot: number): number {
  let loss = 0;
  for (const one of group)
    if (!placed.some(({ newcomer }) => newcomer === one.newcomer))
      loss += one.best - num(timesOf(one, pricing.problem.grid.slots).after, slot);
  return loss;
}

/** The least that the talks with a time and those without cost. */
function leastPrice(
  { pricing, bin, group, placed }: Look,
  { closedMoney, closedMinutes, minutes, missing }: Sofar,
): number {
  const gaps = group.length - Math.max(1, placed.length);
  const money = closedMoney + moneyOf(pricing.problem, bin, { minutes: minutes + missing, gaps });
  return money + timePrice(pricing, bin, closedMinutes + minutes + missing);
}

function canFollow({ timed }: Look, last: TimedItem, item: TimedItem): boolean {
  if (item.start >= last.bufferEnd) return true;
  return (
    item.start >= last.end &&
    !needSameServer(timed.servers, last.leaders, item.leaders) &&
    !needSameServer(timed.servers, last.rooms, item.rooms)
  );
}

/**
 * One talk more: in the present stretch, or in a new one after a long wait. Even a long wait may be paid, because a talk
 * that is worth less than nothing could stand in it.
 */
function tryNext(
  look: Look,
  sofar: Sofar,
  { last, item, loss }: { last: TimedItem | undefined; item: TimedItem; loss: number },
): void {
  const { bin, pricing, away } = look;
  const own = item.end - item.start;
  const next = { ...sofar, worth: sofar.worth - loss, missing: sofar.missing - own };
  const gap = last && bin.cell >= 0 ? item.start - last.end : 0;
  const isLong = gap > num(pricing.problem.tariffs.maxWait, bin.interpreter);
  const waited = isLong || gap < away ? gap : 0;
  goOn(look, { ...next, minutes: sofar.minutes + own + waited });
  if (!isLong) return;
  const closedMoney = sofar.closedMoney + moneyOf(pricing.problem, bin, { minutes: sofar.minutes, gaps: 0 });
  goOn(look, { ...next, closedMoney, closedMinutes: sofar.closedMinutes + sofar.minutes, minutes: own });
}

function goOn(look: Look, sofar: Sofar): void {
  if (sofar.worth - leastPrice(look, sofar) > look.limit) placeNext(look, sofar);
}

function columnOf(look: Look, sofar: Sofar): Column {
  const cost = look.placed.reduce(
    (sum, item) => sum + item.cost,
    sofar.closedMoney + moneyOf(look.pricing.problem, look.bin, { minutes: sofar.minutes, gaps: 0 }),
  );
  return { bin: look.index, items: [...look.placed], minutes: sofar.closedMinutes + sofar.minutes, cost };
}

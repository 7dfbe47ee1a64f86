import { at, num } from '../at.js';
import type { Bin } from './bins.js';
import type { BoundWorld } from './bound-world.js';
import type { Column } from './pricing.js';
import { pricingAt, type Relaxation } from './rounds.js';
import type { Row } from './rows.js';
import { weightOf } from './packing.js';
import type { CapacityChoice } from './violated-capacity.js';

/** What a plan tells about prices, in Rappen. */
interface Queue {
  /** What one day more costs a newcomer on average. */
  readonly perDay: number;
  readonly lastDay: number;
  /** What interpreters cost for one talk on average. */
  readonly money: number;
}

interface FirstPrices {
  readonly relaxation: Relaxation;
  readonly rows: readonly Row[];
  /** The capacity rows, which are the last of the rows. */
  readonly choices: readonly CapacityChoice[];
  readonly plan: readonly Column[];
}

/**
 * Prices near good ones, from a plan, by row: caseworkers of a cell cost what whoever waits until the plan's last day
 * would save by coming then, and a newcomer's talk is worth what it costs where it is cheapest.
 */
export function firstPrices({ relaxation, rows, choices, plan }: FirstPrices): Float64Array {
  const { world } = relaxation;
  const queue = queueOf(world, plan);
  const duals = new Float64Array(rows.length);
  const offices = new Set(world.capacity.groupsOf.map(([office]) => office));
  choices.forEach(({ group, period, weights }, index) => {
    const cell = world.cells.list[period];
    if (!cell || !offices.has(group)) return;
    const left = Math.max(0, queue.lastDay - cell.day);
    duals[rows.length - choices.length + index] = (-queue.perDay * left) / usualWeight(world, weights);
  });
  const { pricing } = pricingAt(relaxation, rows, duals);
  const { types } = world.board.problem.people;
  const cheapest = new Map<number, number>();
  for (const bin of world.bins)
    for (const { newcomer, pool, cell, type, cost } of bin.items) {
      const place = (pool * world.cells.list.length + cell) * types.length + type;
      const price = cost + num(pricing.prices.capacity, place) + (bin.interpreter < 0 ? 0 : queue.money);
      cheapest.set(newcomer, Math.min(price, cheapest.get(newcomer) ?? Infinity));
    }
  const rowOf = new Map(rows.map(({ subjects }, row) => [subjects[0], row]));
  for (const [newcomer, price] of cheapest) {
    const row = rowOf.get(`newcomer ${newcomer}`) ?? -1;
    duals[row] = Math.min(at(rows, row).most, price);
  }
  return duals;
}

function usualWeight({ capacity, board }: BoundWorld, weights: number): number {
  const { invitees, people } = board.problem;
  const mix = people.types.map((_, type) => invitees.filter((invitee) => invitee.type === type).length);
  return Math.max(1e-9, weightOf(at(capacity.packing.weights, weights), mix) / invitees.length);
}

function queueOf({ board, bins }: BoundWorld, plan: readonly Column[]): Queue {
  const talks = plan.flatMap((column) => column.items.map((item) => ({ item, bin: at(bins, column.bin) })));
  const days = talks.map(({ bin }) => bin.day);
  const slopes = talks.map(({ item, bin }) =>
    slopeAt(board.problem.invitees[item.newcomer]?.dayCost ?? [], bin),
  );
  const visits = plan.filter(({ bin }) => at(bins, bin).interpreter >= 0);
  const money = visits.map(({ cost, items }) => items.reduce((rest, item) => rest - item.cost, cost));
  const interpreted = visits.reduce((sum, { items }) => sum + items.length, 0);
  return {
    perDay: mean(slopes, talks.length),
    lastDay: Math.max(0, ...days),
    money: mean(money, interpreted),
  };
}

function slopeAt(dayCost: ArrayLike<number>, { day }: Bin): number {
  return day === 0 ? 0 : Math.max(0, num(dayCost, day) - num(dayCost, day - 1));
}

function mean(list: readonly number[], count: number): number {
  return list.reduce((sum, each) => sum + each, 0) / Math.max(1, count);
}

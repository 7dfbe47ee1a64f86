import { at, num } from '../at.js';
import type { Master } from './master.js';
import { weightOf } from './packing.js';
import type { BoundWorld } from './bound-world.js';

/** One capacity row: which group, which period (a cell, or behind them a day) and which choice of weights. */
export interface CapacityChoice {
  readonly group: number;
  readonly period: number;
  readonly weights: number;
}

const TOLERANCE = 1e-4;

/** The capacity rows that a solution of the linear programme breaks: of each group and period the one it breaks most
 * among those that are not `known`, which then are. */
export function violatedCapacity(
  master: Master,
  world: BoundWorld,
  { values, known }: { values: ArrayLike<number>; known: Set<string> },
): readonly CapacityChoice[] {
  const periods = periodsOf(world);
  return usedBy(master, world, values).flatMap((counts, place) => {
    const group = Math.floor(place / periods);
    const worst = worstOf(counts, world, { group, period: place - group * periods, known });
    if (!worst) return [];
    known.add(`${worst.group} ${worst.period} ${worst.weights}`);
    return [worst];
  });
}

/** For each group and period the row that is broken first by talks of the usual mix; then they are `known`. */
export function usualCapacity(
  { board, capacity }: BoundWorld,
  known: Set<string>,
): readonly CapacityChoice[] {
  const { invitees, people } = board.problem;
  const mix = people.types.map((_, type) => invitees.filter((invitee) => invitee.type === type).length);
  const loads = capacity.packing.weights.map((weight) => weightOf(weight, mix));
  return capacity.groups.flatMap(({ most }, group) =>
    most.flatMap((limits, period) => {
      const shares = loads.map((load, index) => num(limits, index) / load);
      const weights = shares.reduce((best, share, index) => (share < num(shares, best) ? index : best), 0);
      if (num(limits, weights) === Infinity) return [];
      known.add(`${group} ${period} ${weights}`);
      return [{ group, period, weights }];
    }),
  );
}

function periodsOf({ cells }: BoundWorld): number {
  return cells.list.length + cells.of.length;
}

function worstOf(
  counts: Float64Array,
  { capacity }: BoundWorld,
  { group, period, known }: { group: number; period: number; known: ReadonlySet<string> },
): CapacityChoice | undefined {
  const most = at(at(capacity.groups, group).most, period);
  let worst = -1;
  let excess = TOLERANCE;
  capacity.packing.weights.forEach((weight, index) => {
    const used = weightOf(weight, counts);
    const share = (used - num(most, index)) / Math.max(1, used);
    if (share <= excess || known.has(`${group} ${period} ${index}`)) return;
    excess = share;
    worst = index;
  });
  return worst < 0 ? undefined : { group, period, weights: worst };
}

/** How many talks of each type there are, by group × periods + period; fractions as the solver gives them. */
function usedBy(master: Master, world: BoundWorld, values: ArrayLike<number>): Float64Array[] {
  const { capacity, cells, board } = world;
  const types = board.problem.people.types.length;
  const periods = periodsOf(world);
  const used = Array.from({ length: capacity.groups.length * periods }, () => new Float64Array(types));
  master.columns.forEach((column, index) => {
    const share = num(values, index);
    if (!column || share < 1e-9) return;
    for (const { pool, cell, type } of column.items)
      for (const group of at(capacity.groupsOf, pool))
        for (const period of [cell, cells.list.length + at(cells.list, cell).day]) {
          const counts = at(used, group * periods + period);
          counts[type] = num(counts, type) + share;
        }
  });
  return used;
}

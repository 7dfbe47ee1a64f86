import { at, num } from '../at.js';
import type { Master } from './master.js';
import { weightOf } from './packing.js';
import type { BoundWorld } from './bound-world.js';

/** One capacity row: which group, cell and choice of weights. */
export interface CapacityChoice {
  readonly group: number;
  readonly cell: number;
  readonly weights: number;
}

const TOLERANCE = 1e-4;

/** The capacity rows that a solution of the linear programme breaks: of each group and cell the one it breaks most
 * among those that are not `known`, which then are. */
export function violatedCapacity(
  master: Master,
  world: BoundWorld,
  { values, known }: { values: ArrayLike<number>; known: Set<string> },
): readonly CapacityChoice[] {
  const used = usedBy(master, world, values);
  return used.flatMap((counts, place) => {
    const cells = world.cells.list.length;
    const group = Math.floor(place / cells);
    const worst = worstOf(counts, world, { group, cell: place - group * cells, known });
    if (!worst) return [];
    known.add(`${worst.group} ${worst.cell} ${worst.weights}`);
    return [worst];
  });
}

/** For each group and cell the row that is broken first by talks of the usual mix; then they are `known`. */
export function usualCapacity(
  { board, capacity, cells }: BoundWorld,
  known: Set<string>,
): readonly CapacityChoice[] {
  const { invitees, people } = board.problem;
  const mix = people.types.map((_, type) => invitees.filter((invitee) => invitee.type === type).length);
  const loads = capacity.packing.weights.map((weight) => weightOf(weight, mix));
  return capacity.groups.flatMap(({ most }, group) =>
    cells.list.map((_, cell) => {
      const shares = loads.map((load, index) => num(at(most, cell), index) / load);
      const weights = shares.reduce((best, share, index) => (share < num(shares, best) ? index : best), 0);
      known.add(`${group} ${cell} ${weights}`);
      return { group, cell, weights };
    }),
  );
}

function worstOf(
  counts: Float64Array,
  { capacity }: BoundWorld,
  { group, cell, known }: { group: number; cell: number; known: ReadonlySet<string> },
): CapacityChoice | undefined {
  const most = at(at(capacity.groups, group).most, cell);
  let worst = -1;
  let excess = TOLERANCE;
  capacity.packing.weights.forEach((weight, index) => {
    if (known.has(`${group} ${cell} ${index}`)) return;
    const used = weightOf(weight, counts);
    const share = (used - num(most, index)) / Math.max(1, used);
    if (share <= excess) return;
    excess = share;
    worst = index;
  });
  return worst < 0 ? undefined : { group, cell, weights: worst };
}

/** How many talks of each type there are, by group × cells + cell; fractions as the solver gives them. */
function usedBy(
  master: Master,
  { capacity, cells, board }: BoundWorld,
  values: ArrayLike<number>,
): Float64Array[] {
  const types = board.problem.people.types.length;
  const used = Array.from(
    { length: capacity.groups.length * cells.list.length },
    () => new Float64Array(types),
  );
  master.columns.forEach((column, index) => {
    const share = num(values, index);
    if (!column || share < 1e-9) return;
    for (const { venue, cell, type } of column.items)
      for (const group of at(capacity.groupsOf, venue)) {
        const counts = at(used, group * cells.list.length + cell);
        counts[type] = num(counts, type) + share;
      }
  });
  return used;
}

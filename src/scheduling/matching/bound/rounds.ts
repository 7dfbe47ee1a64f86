import { at, num } from '../at.js';
import type { BoundWorld } from './bound-world.js';
import type { LinearProgram, LinearSolution } from './linear-program.js';
import type { Master } from './master.js';
import type { Column, PricedBin, Prices, Pricing } from './pricing.js';
import type { RowIndex } from './row-index.js';
import type { Row } from './rows.js';

/** What is chosen from, and which rows every plan keeps. */
export interface Relaxation {
  readonly world: BoundWorld;
  /** How many sets of servers there are; none without times. */
  readonly sets: number;
  readonly priceBin: (pricing: Pricing, bin: number) => PricedBin;
  /** Rows that a solution breaks and that were not given before. `isNear`: few columns are missing. */
  readonly broken: (master: Master, values: ArrayLike<number>, isNear: boolean) => readonly Row[];
}

/** What rounds have come to. */
export interface Rounds {
  /** Rappen, without those that the linear programme does not know of. */
  readonly bound: number;
  /** By row of the master: the prices that prove the bound. */
  readonly duals: ArrayLike<number>;
  /** True when no further round could help. */
  readonly isDone: boolean;
}

/** Rounds end when the bound is within this share of what the linear programme can still reach. */
const NEAR = 0.0002;

/** Share of the best prices so far in those that are tried next. */
const SMOOTHING = 0.7;

/** Prices are smoothed once the bound is within this share of the linear programme. */
const STEADY = 0.6;

/** The most columns that one round adds, the most valuable first; the solver is slow with many. */
const MOST_NEW = 2000;

/**
 * Solves, prices and adds columns and rows until nothing is missing. Each round proves a bound by itself: the prices
 * of the rows, less what the most valuable visit of each bin is still worth (Lagrange).
 */
export function runRounds(
  relaxation: Relaxation,
  { master, program }: { master: Master; program: LinearProgram },
  { isEnough, centre }: { isEnough: (bound: number) => boolean; centre: ArrayLike<number> },
): Rounds {
  let best = startOf(relaxation, master, centre);
  for (;;) {
    const solved = program.solve(relaxation.world.effort);
    if (!solved) return best;
    const { fresh, ...tried } = tryPrices(relaxation, master, { solved, best });
    best = tried.best;
    const isNear = fresh === 0 || solved.value - best.bound <= NEAR * Math.abs(solved.value);
    const broken = relaxation.broken(master, solved.values, isNear);
    master.addRows(broken);
    if (isNear && broken.length === 0) return { ...best, isDone: true };
    if (isEnough(best.bound)) return best;
  }
}

function startOf(relaxation: Relaxation, master: Master, duals: ArrayLike<number>): Rounds {
  const bound = duals.length > 0 ? priceAll(relaxation, master, duals).bound : -Infinity;
  return { bound, duals, isDone: false };
}

/** Prices near the best so far; at those of the solver when nothing new comes of it. */
function tryPrices(
  relaxation: Relaxation,
  master: Master,
  { solved, best }: { solved: LinearSolution; best: Rounds },
): { readonly best: Rounds; readonly fresh: number } {
  const isSteady = best.duals.length > 0 && solved.value - best.bound < STEADY * Math.abs(solved.value);
  let after = best;
  let fresh = 0;
  for (const share of isSteady ? [SMOOTHING, 0] : [0]) {
    const duals = between(solved.duals, best.duals, share);
    const round = priceAll(relaxation, master, duals);
    if (round.bound >= after.bound) after = { bound: round.bound, duals, isDone: false };
    fresh = master.addColumns(round.columns);
    if (fresh > 0) break;
  }
  return { best: after, fresh };
}

/** Prices between those of the solver and those that prove the best bound: they change less from round to round. */
function between(solved: ArrayLike<number>, best: ArrayLike<number>, share: number): ArrayLike<number> {
  return Float64Array.from(solved, (dual, index) => (1 - share) * dual + share * num(best, index));
}

interface Round {
  readonly bound: number;
  readonly columns: readonly Column[];
}

/** Looks for the visits that are worth more than they cost at the prices of the rows. */
export function priceAll(
  relaxation: Relaxation,
  { rows }: { rows: readonly Row[] },
  duals: ArrayLike<number>,
): Round {
  const { pricing, worth } = pricingAt(relaxation, rows, duals);
  const found: PricedBin[] = [];
  const { rest } = mostValuable(relaxation, pricing, (bin) => found.push(bin));
  found.sort((a, b) => b.value - a.value);
  const columns: Column[] = [];
  for (const bin of found) if (columns.length < MOST_NEW) columns.push(...bin.columns);
  return { bound: worth - rest, columns };
}

/** What the most valuable visits take of each row, and the bound that they prove. */
export function choiceAt(
  relaxation: Relaxation,
  index: RowIndex,
  duals: ArrayLike<number>,
): { readonly bound: number; readonly used: Float64Array } {
  const { pricing, worth } = pricingAt(relaxation, index.rows, duals);
  const { rest, best } = mostValuable(relaxation, pricing, () => undefined);
  const used = new Float64Array(index.rows.length);
  for (const column of best)
    for (const row of index.near(column, at(relaxation.world.bins, column.bin)))
      used[row] = num(used, row) + at(index.rows, row).takenBy(column);
  return { bound: worth - rest, used };
}

/** The most valuable visit of each bin, and of each newcomer the one talk without an interpreter that is. */
function mostValuable(
  { world, priceBin }: Relaxation,
  pricing: Pricing,
  onFound: (found: PricedBin) => void,
): { readonly rest: number; readonly best: readonly Column[] } {
  const best: Column[] = [];
  const alone = new Map<number, PricedBin>();
  let rest = 0;
  world.bins.forEach((bin, index) => {
    const found = priceBin(pricing, index);
    if (!found.best) return;
    onFound(found);
    const [first] = bin.items;
    if (bin.interpreter >= 0 || !first) {
      rest += found.value;
      best.push(found.best);
    } else if (found.value > (alone.get(first.newcomer)?.value ?? 0)) alone.set(first.newcomer, found);
  });
  for (const found of alone.values()) {
    rest += found.value;
    if (found.best) best.push(found.best);
  }
  return { rest, best };
}

/** Prices from the duals of the rows, and what the rows are worth by themselves. */
export function pricingAt(
  { world, sets }: Relaxation,
  rows: readonly Row[],
  duals: ArrayLike<number>,
): { readonly pricing: Pricing; readonly worth: number } {
  const prices = emptyPrices(world, sets);
  let worth = 0;
  rows.forEach((row, index) => {
    const dual = Math.min(row.most, Math.max(row.least, num(duals, index)));
    if (dual === 0) return;
    worth += dual * (dual > 0 ? row.lower : row.upper);
    row.spread(dual, prices);
  });
  for (const list of [...prices.moments, ...prices.presence.values()])
    for (let i = 1; i < list.length; i++) list[i] = num(list, i) + num(list, i - 1);
  return { pricing: pricingOf(world, prices), worth };
}

/** How visits are priced. */
export function pricingOf({ board, bins, cells, effort }: BoundWorld, prices: Prices): Pricing {
  return { problem: board.problem, cells: cells.list.length, bins, prices, effort };
}

/** Prices of nothing. */
export function emptyPrices({ board, bins, cells, capacity }: BoundWorld, sets: number): Prices {
  const { people, grid } = board.problem;
  const cellCount = cells.list.length;
  return {
    newcomer: new Float64Array(people.newcomers.length),
    capacity: new Float64Array(capacity.pools.list.length * cellCount * people.types.length),
    talk: new Float64Array(people.interpreters.length * grid.days),
    minute: new Float64Array(people.interpreters.length * cellCount),
    bin: new Float64Array(bins.length),
    moments: Array.from({ length: sets }, () => new Float64Array(grid.days * (grid.slots + 1))),
    presence: new Map(),
    triples: people.newcomers.map(() => []),
  };
}

import type { Candidate, Snapshot } from '../../model.js';
import { REMOTE, type PlacedTalk } from '../../schedule/placed-talk.js';
import { noTalks } from '../../schedule/placed-talks.js';
import { addTalks, buildSchedule } from '../../schedule/schedule.js';
import { at, num } from '../at.js';
import { boardOf, type Board } from '../board/board.js';
import { placeFixed } from '../board/fixed-talks.js';
import type { People } from '../problem/people.js';
import { problemOf } from '../problem/problem.js';
import { REMOTE_PLACE } from '../problem/routes.js';
import { binsOf, type Bin, type Item } from './bins.js';
import { capacityOf, type Capacity } from './capacity.js';
import { cellsOf, type Cells } from './cells.js';
import type { LinearProgram } from './linear-program.js';
import { masterOn, type Master, type Slack } from './master.js';
import { priceBin, visitOf, type Column, type Prices, type Pricing } from './pricing.js';
import { capacityRow, fairnessRows, limitRows, newcomerRow, type Row } from './rows.js';
import { violatedCapacity } from './violated-capacity.js';

export interface BoundRequest {
  /** A plan for the snapshot, the better the faster: its visits are looked at first. */
  readonly talks: readonly Candidate[];
  readonly program: LinearProgram;
  /** Asked after each round with the best bound so far, in Rappen; true ends the work. */
  readonly isEnough: (bound: number) => boolean;
}

/** Everything the rounds share. */
export interface BoundWorld {
  readonly board: Board;
  readonly bins: readonly Bin[];
  readonly cells: Cells;
  readonly capacity: Capacity;
}

/** Rounds end when the bound is within this share of what the linear programme can still reach. */
const NEAR = 0.0002;

/**
 * Rappen that no plan for a snapshot can go below.
 *
 * Column generation: a linear programme chooses visits (talks of one interpreter at one place in one half-day, without
 * their times) so that every newcomer has one talk and caseworkers, rooms and interpreters have room. Leaving out the
 * times and allowing fractions can only make it cheaper than any plan. Each round proves a bound by itself: the prices
 * of the rows, less what the most valuable visit of each bin is still worth (Lagrange).
 */
export function lowerBound(snapshot: Snapshot, request: BoundRequest): number {
  const pinned = boardOf(problemOf(buildSchedule(snapshot)));
  placeFixed(pinned);
  const cells = cellsOf(pinned.problem);
  const capacity = capacityOf(pinned, cells);
  const bins = binsOf({ board: pinned, cells, capacity });
  const world = { board: pinned, bins, cells, capacity };
  const master = masterOn(request.program, bins);
  const fixed = startMaster(master, world);
  const known = new Set<string>();
  let best = 0;
  master.addColumns(visitsOfPlan(request.talks, world));
  for (;;) {
    const solved = request.program.solve();
    if (!solved) return best;
    const round = priceAll(master, world, solved.duals);
    best = Math.max(best, Math.ceil(fixed + round.bound - 1e-3));
    const violated = violatedCapacity(master, world, { values: solved.values, known });
    master.addRows(violated.map((row) => capacityRow(world, row)));
    const fresh = master.addColumns(round.columns);
    const isDone = violated.length === 0 && (fresh === 0 || round.rest <= NEAR * Math.abs(round.bound));
    if (isDone || request.isEnough(best)) return best;
  }
}

/** The rows that are there from the start. Returns the Rappen that the linear programme does not know of. */
function startMaster(master: Master, world: BoundWorld): number {
  const { board, bins } = world;
  const rows: Row[] = [];
  const slacks: Slack[] = [];
  let fixed = board.total;
  for (const newcomer of new Set(bins.flatMap(({ items }) => items.map((item) => item.newcomer)))) {
    const { unplanned } = at(board.problem.invitees, newcomer);
    fixed -= unplanned;
    slacks.push({ row: rows.push(newcomerRow(newcomer, unplanned)) - 1, cost: unplanned, value: 1 });
  }
  const { fairness } = board.problem.schedule.snapshot.weights;
  for (const [interpreter, own] of binsByInterpreter(bins)) {
    fixed -= fairnessNow(board, interpreter);
    rows.push(...limitRows(interpreter, own, world));
    const [most, least] = fairnessRows(interpreter, world);
    slacks.push({ row: rows.push(most) - 1, cost: fairness, value: -1 });
    slacks.push({ row: rows.push(least) - 1, cost: fairness, value: 1 });
  }
  master.addRows(rows);
  master.addSlacks(slacks);
  return fixed;
}

function binsByInterpreter(bins: readonly Bin[]): ReadonlyMap<number, readonly Bin[]> {
  const own = new Map<number, Bin[]>();
  for (const bin of bins) {
    if (bin.interpreter < 0) continue;
    const list = own.get(bin.interpreter) ?? [];
    list.push(bin);
    own.set(bin.interpreter, list);
  }
  return own;
}

/** Rappen that the present number of talks of an interpreter costs. */
function fairnessNow(board: Board, interpreter: number): number {
  const { target, tolerance } = at(board.problem.people.interpreters, interpreter);
  const distance = Math.abs(num(board.load, interpreter) - target) - tolerance;
  return board.problem.schedule.snapshot.weights.fairness * Math.max(0, distance);
}

interface Round {
  readonly bound: number;
  /** Rappen by which further columns could lower the linear programme at most. */
  readonly rest: number;
  readonly columns: readonly Column[];
}

/** Looks for the visits that are worth more than they cost at the prices of the rows. */
function priceAll(master: Master, world: BoundWorld, duals: ArrayLike<number>): Round {
  const prices = emptyPrices(world);
  let rows = 0;
  master.rows.forEach((row, index) => {
    const dual = Math.min(row.most, Math.max(row.least, num(duals, index)));
    if (dual === 0) return;
    rows += dual * (dual > 0 ? row.lower : row.upper);
    row.spread(dual, prices);
  });
  const pricing = pricingFor(world, prices);
  const columns: Column[] = [];
  const alone = new Map<number, number>();
  let rest = 0;
  world.bins.forEach((bin, index) => {
    const found = priceBin(pricing, index);
    columns.push(...found.columns);
    const [first] = bin.items;
    if (bin.interpreter >= 0 || !first) rest += found.value;
    else alone.set(first.newcomer, Math.max(found.value, alone.get(first.newcomer) ?? 0));
  });
  // a newcomer has one talk without an interpreter at most, whatever the cell
  for (const value of alone.values()) rest += value;
  return { bound: rows - rest, rest, columns };
}

/** The visits of a plan, so that the linear programme starts from something good. */
function visitsOfPlan(talks: readonly Candidate[], world: BoundWorld): readonly Column[] {
  const { schedule, people } = world.board.problem;
  const placed = addTalks(talks, { ...schedule, talks: noTalks }).talks.byNewcomer;
  const pricing = pricingFor(world, emptyPrices(world));
  return pricing.bins.flatMap((bin, index) => {
    const items = bin.items.filter((item) => {
      const [talk] = placed.get(at(people.newcomers, item.newcomer).id) ?? [];
      return talk !== undefined && isOf(talk, { bin, item, world });
    });
    const once = [...new Map(items.map((item) => [item.newcomer, item])).values()];
    return once.length === 0 ? [] : [visitOf(pricing, index, once)];
  });
}

function isOf(talk: PlacedTalk, { bin, item, world }: { bin: Bin; item: Item; world: BoundWorld }): boolean {
  const { people, venues } = world.board.problem;
  const { time } = at(world.cells.list, item.cell);
  const site = people.sites[at(venues.list, item.venue).site];
  const isThere =
    talk.site?.id === site && (talk.interpreter === null || placeOf(talk, people) === bin.place);
  const isThen = talk.start >= time.from && talk.start < time.to;
  return isThere && isThen && talk.interpreter?.id === people.interpreters[bin.interpreter]?.id;
}

function placeOf({ place }: PlacedTalk, people: People): number {
  return place === REMOTE ? REMOTE_PLACE : (people.indexOf.site.get(place ?? '') ?? REMOTE_PLACE);
}

function pricingFor({ board, bins, cells }: BoundWorld, prices: Prices): Pricing {
  return { problem: board.problem, cells: cells.list.length, bins, prices };
}

function emptyPrices({ board, cells }: BoundWorld): Prices {
  const { people, venues, grid } = board.problem;
  const cellCount = cells.list.length;
  return {
    newcomer: new Float64Array(people.newcomers.length),
    capacity: new Float64Array(venues.list.length * cellCount * people.types.length),
    talk: new Float64Array(people.interpreters.length * grid.days),
    minute: new Float64Array(people.interpreters.length * cellCount),
  };
}

import { at, num } from '../at.js';
import type { Board } from '../board/board.js';
import type { Bin } from './bins.js';
import type { BoundWorld } from './bound-world.js';
import type { LinearProgram } from './linear-program.js';
import { masterOn, type Master, type Slack } from './master.js';
import { fairnessRows, limitRows, newcomerRow, type Row } from './rows.js';

/** Everybody who could have a talk is in a row of their own, and everybody who interprets in some. */
export function startMaster(world: BoundWorld, program: LinearProgram): Master {
  const { board, bins } = world;
  const rows: Row[] = [];
  const slacks: Slack[] = [];
  for (const newcomer of newcomersIn(bins)) {
    const { unplanned } = at(board.problem.invitees, newcomer);
    slacks.push({ row: rows.push(newcomerRow(newcomer, unplanned)) - 1, cost: unplanned, value: 1 });
  }
  const { fairness } = board.problem.schedule.snapshot.weights;
  for (const [interpreter, own] of binsByInterpreter(bins)) {
    rows.push(...limitRows(interpreter, own, world));
    const [most, least] = fairnessRows(interpreter, world);
    slacks.push({ row: rows.push(most) - 1, cost: fairness, value: -1 });
    slacks.push({ row: rows.push(least) - 1, cost: fairness, value: 1 });
  }
  const master = masterOn(program, bins);
  master.addRows(rows);
  master.addSlacks(slacks);
  return master;
}

/** Rappen of every plan that the linear programme does not know of: of pinned talks and of those who cannot have one. */
export function fixedCost({ board, bins }: BoundWorld): number {
  const unplanned = [...newcomersIn(bins)].map((newcomer) => at(board.problem.invitees, newcomer).unplanned);
  const unfair = [...binsByInterpreter(bins).keys()].map((interpreter) => fairnessNow(board, interpreter));
  return [...unplanned, ...unfair].reduce((rest, cost) => rest - cost, board.total);
}

function newcomersIn(bins: readonly Bin[]): ReadonlySet<number> {
  return new Set(bins.flatMap(({ items }) => items.map(({ newcomer }) => newcomer)));
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

import { at, num } from '../at.js';
import type { Column } from './pricing.js';
import { choiceAt, type Relaxation, type Rounds } from './rounds.js';
import { rowIndex, type RowIndex } from './row-index.js';
import type { Row } from './rows.js';

export interface Ascent {
  readonly relaxation: Relaxation;
  readonly rows: readonly Row[];
  /** Visits of a plan, whose costs are the first prices, and what the plan costs the linear programme. */
  readonly plan: readonly Column[];
  readonly most: number;
  readonly isEnough: (bound: number) => boolean;
}

/** Steps without a better bound before they get shorter, by this factor; the end comes when they are tiny. */
const PATIENCE = 6;
const SHORTER = 0.6;
const SHORTEST = 0.02;

/** How much of the last direction is kept, so that prices do not swing. */
const INERTIA = 0.6;

/**
 * Prices that prove a bound without solving a linear programme: rows that the most valuable visits overfill get dearer,
 * others cheaper, with steps that the known plan limits (Polyak; direction after Camerini, Fratta and Maffioli). For
 * snapshots so large that a linear programme would not end.
 */
export function climb({ relaxation, rows, plan, most, isEnough }: Ascent): Rounds {
  const index = rowIndex();
  index.add(rows);
  const duals = firstPrices(index, relaxation, plan);
  const direction = new Float64Array(rows.length);
  let best: Rounds = { bound: -Infinity, duals: duals.slice(), isDone: false };
  let step = 1;
  let waited = 0;
  while (step > SHORTEST) {
    const choice = choiceAt(relaxation, index, duals);
    if (choice.bound > best.bound) {
      best = { bound: choice.bound, duals: duals.slice(), isDone: false };
      waited = 0;
    } else if (++waited >= PATIENCE) {
      waited = 0;
      step *= SHORTER;
      duals.set(best.duals);
      direction.fill(0);
      continue;
    }
    if (isEnough(best.bound)) break;
    move(rows, { duals, direction, used: choice.used, length: step * (most - choice.bound) });
  }
  return best;
}

/** Newcomers are worth their share of a visit of the plan; the other rows are free. */
function firstPrices(index: RowIndex, { world }: Relaxation, plan: readonly Column[]): Float64Array {
  const duals = new Float64Array(index.rows.length);
  for (const column of plan)
    for (const row of index.near(column, at(world.bins, column.bin))) {
      const { lower, upper } = at(index.rows, row);
      if (lower === upper) duals[row] = column.cost / column.items.length;
    }
  return duals;
}

interface Move {
  readonly duals: Float64Array;
  readonly direction: Float64Array;
  readonly used: Float64Array;
  readonly length: number;
}

/** One step; afterwards every price is one that its row allows. */
function move(rows: readonly Row[], { duals, direction, used, length }: Move): void {
  let norm = 0;
  rows.forEach((row, index) => {
    const slope = slopeOf(row, num(duals, index), num(used, index)) / row.unit;
    direction[index] = INERTIA * num(direction, index) + (1 - INERTIA) * slope;
    norm += num(direction, index) ** 2;
  });
  if (norm === 0) return;
  rows.forEach((row, index) => {
    const dual = num(duals, index) + ((length / norm) * num(direction, index)) / row.unit;
    duals[index] = Math.min(row.most, Math.max(row.least, dual));
  });
}

/** How the bound grows with the price of a row; zero where the price cannot go. */
function slopeOf(row: Row, dual: number, used: number): number {
  const slope = (dual > 0 || row.upper === Infinity ? row.lower : row.upper) - used;
  if (dual >= row.most && slope > 0) return 0;
  return dual <= row.least && slope < 0 ? 0 : slope;
}

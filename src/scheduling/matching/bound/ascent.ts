import { num } from '../at.js';
import { choiceAt, type Relaxation } from './rounds.js';
import { rowIndex } from './row-index.js';
import type { Row } from './rows.js';

export interface Ascent {
  readonly relaxation: Relaxation;
  readonly rows: readonly Row[];
  /** Prices to start from, by row. */
  readonly first: Float64Array;
  /** What a known plan costs the linear programme. */
  readonly most: number;
  readonly isEnough: (bound: number) => boolean;
}

/** Steps without a better bound before they get shorter, by this factor; the end comes when they are tiny. */
const PATIENCE = 6;
const SHORTER = 0.6;
const SHORTEST = 0.05;

/** How much of the last direction is kept, so that prices do not swing. */
const INERTIA = 0.6;

/**
 * Prices that prove a bound without solving a linear programme: rows that the most valuable visits overfill get dearer,
 * others cheaper, with steps that the known plan limits (Polyak; direction after Camerini, Fratta and Maffioli). Rounds
 * that start from them need few columns.
 */
export function climb({ relaxation, rows, first, most, isEnough }: Ascent): Float64Array {
  const index = rowIndex();
  index.add(rows);
  const duals = first.slice();
  const direction = new Float64Array(rows.length);
  let best = { bound: -Infinity, duals: first };
  let step = 1;
  let waited = 0;
  while (step > SHORTEST) {
    const choice = choiceAt(relaxation, index, duals);
    if (choice.bound > best.bound) {
      best = { bound: choice.bound, duals: duals.slice() };
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
  return best.duals;
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

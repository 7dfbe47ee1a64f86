import type { Interpreter } from '../model.js';
import type { PlacedTalk } from '../schedule/placed-talk.js';
import type { Schedule } from '../schedule/schedule.js';
import { visitMoney, visitsOf } from './visits.js';

/** Rappen paid to one interpreter for these talks, sorted by start. */
export function moneyFor(talks: readonly PlacedTalk[]): number {
  return visitsOf(talks).reduce((sum, visit) => sum + visitMoney(visit), 0);
}

/** The price of giving an interpreter far more or far fewer talks than their fair share. */
export function fairnessCost(interpreter: Interpreter, talks: number, schedule: Schedule): number {
  const distance = Math.abs(talks - interpreter.target) - interpreter.tolerance;
  return schedule.snapshot.weights.fairness * Math.max(0, distance);
}

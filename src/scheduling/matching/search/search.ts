import { at, int } from '../at.js';
import { placeAnnounced } from '../board/announced-talks.js';
import type { Board } from '../board/board.js';
import { deskOf } from '../board/desk.js';
import type { Invitee } from '../problem/problem.js';
import type { Random } from '../random.js';
import { bestSoFar, type BestSoFar } from './best-so-far.js';
import { tryPlacing } from './recreate.js';
import { searchState, type SearchState } from './state.js';
import { step } from './step.js';

/** A stretch of the cooling from hot (0) to cold (1). */
export interface Cooling {
  readonly from: number;
  readonly to: number;
}

/** How long a search goes on. */
export interface SearchSettings {
  /** Units of work, see `Desk.work`. */
  readonly work: number;
  /** Asked now and then with the work done and the cost of the best plan; true ends the search. */
  readonly isEnough: (work: number, best: number) => boolean;
  /** Left out: all of it. */
  readonly cooling?: Cooling;
}

const CHECK_EVERY = 64;

/** Units of work (see `Desk.work`) for an iteration, measured. */
const ITERATION_WORK = 30;

/** Chance with which a better place is overlooked, for variety. */
const BLINK = 0.01;

/** Chance of an iteration in which better places are often overlooked, and how often. */
const BOLD = 0.1;
const BOLD_BLINK = 0.3;

/** Rappen by which a plan may be worse than the one before and still be gone on with: at first, and at the end. */
const HOT = 4000;
const COLD = 60;

/**
 * Ruin and recreate under simulated annealing: takes a few related talks off the board, places them again one by one
 * where each is cheapest, and keeps the result when it is better or not much worse. Returns the work done; the board
 * ends with the best plan found.
 */
export function searchPlan(board: Board, random: Random, settings: SearchSettings): number {
  placeAnnounced(deskOf(board, random));
  const state = searchState(board, random);
  construct(state);
  const best = bestSoFar(board);
  improve(state, best, settings);
  best.restore();
  return state.desk.work;
}

/**
 * Places everybody, those first who are most urgent for the time they take (Smith's rule of weighted shortest processing
 * time), then those with the fewest ways to a talk.
 */
function construct(state: SearchState): void {
  const { board, movable } = state;
  const { invitees } = board.problem;
  const unplanned = movable.filter((newcomer) => int(board.day, newcomer) < 0);
  const freedom = (newcomer: number): number =>
    at(invitees, newcomer).daysOf.reduce((sum, days) => sum + days.length, 0);
  unplanned.sort(
    (a, b) =>
      urgencyOfTime(at(invitees, b)) - urgencyOfTime(at(invitees, a)) || freedom(a) - freedom(b) || a - b,
  );
  for (const newcomer of unplanned) tryPlacing(state, newcomer, at(invitees, newcomer).unplanned);
}

function urgencyOfTime({ urgency, minutes, buffer }: Invitee): number {
  return urgency / (minutes + buffer);
}

function improve(state: SearchState, best: BestSoFar, settings: SearchSettings): void {
  const { board, desk, movable, random } = state;
  const { work, isEnough, cooling: { from, to } = { from: 0, to: 1 } } = settings;
  if (movable.length === 0) return;
  for (let iteration = 0; desk.work < work; iteration++) {
    if (iteration % CHECK_EVERY === 0 && isEnough(desk.work, best.cost())) return;
    desk.work += ITERATION_WORK;
    desk.blink = random() < BOLD ? BOLD_BLINK : BLINK;
    const heat = HOT * Math.pow(COLD / HOT, from + ((to - from) * desk.work) / work);
    for (const newcomer of step(state, heat)) best.touch(newcomer);
    if (board.total < best.cost()) best.keep();
  }
}

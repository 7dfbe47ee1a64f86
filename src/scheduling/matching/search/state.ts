import { int } from '../at.js';
import type { Board } from '../board/board.js';
import { deskOf, type Desk } from '../board/desk.js';
import type { Random } from '../random.js';
import { bagOf, type Bag } from './bag.js';

/** What the steps of one search share. */
export interface SearchState {
  readonly desk: Desk;
  readonly board: Board;
  readonly random: Random;
  /** Newcomers whose talk may move and who have a way to one. */
  readonly movable: readonly number[];
  /** Those of `movable` who have no talk now. */
  readonly waiting: Bag;
  /** Rappen that a talk of a newcomer can save at most against having none, as long as visits are not merged. */
  readonly most: Int32Array;
  /** Rappen that a talk of a newcomer in the present bank is expected to save. */
  readonly hope: Int32Array;
}

/** The beginning of a search on a board. */
export function searchState(board: Board, random: Random): SearchState {
  const movable = board.problem.invitees.flatMap((invitee, newcomer) =>
    int(board.fixed, newcomer) === 0 && invitee.routes.length > 0 ? [newcomer] : [],
  );
  const unplanned = movable.filter((newcomer) => int(board.day, newcomer) < 0);
  const waiting = bagOf(unplanned, board.problem.invitees.length);
  const most = mostSaved(board);
  return { desk: deskOf(board, random), board, random, movable, waiting, most, hope: most.slice() };
}

function mostSaved({ problem }: Board): Int32Array {
  const { fairness } = problem.schedule.snapshot.weights;
  return Int32Array.from(problem.invitees, ({ routeCost, daysOf, dayCost, unplanned }) => {
    const costs = daysOf.map((days, route) => int(routeCost, route) + cheapest(days, dayCost));
    return Math.max(0, unplanned + fairness - Math.min(unplanned, ...costs));
  });
}

function cheapest(days: Int32Array, dayCost: Int32Array): number {
  return days.reduce((least, day) => Math.min(least, int(dayCost, day)), Infinity);
}

import type { Invitee } from '../problem/problem.js';
import type { Route } from '../problem/routes.js';
import type { Random } from '../random.js';
import type { Board } from './board.js';

/** Reusable space of one search; `blink` is the chance with which a better place is overlooked. */
export interface Desk {
  readonly board: Board;
  readonly random: Random;
  readonly mask: Int32Array;
  readonly corners: Int32Array;
  readonly best: Found;
  blink: number;
  /** What was looked at so far, the measure of how long a search may take: one unit is about a start of a day. */
  work: number;
}

/** The best place for one newcomer so far. */
interface Found {
  /** Rappen it adds to the plan, money and fairness included. */
  cost: number;
  /** -1 as long as there is none. */
  route: number;
  day: number;
  slot: number;
}

/** One route of one newcomer on one kind of day, and the start that is looked at. */
export interface Look {
  readonly newcomer: number;
  readonly invitee: Invitee;
  readonly route: Route;
  readonly index: number;
  /** True for the days on which the interpreter has talks already. */
  readonly isStarted: boolean;
  /** Rappen that are the same on every such day. */
  readonly base: number;
  day: number;
  slot: number;
}

/** Space for a search on a board. */
export function deskOf(board: Board, random: Random): Desk {
  const { words } = board.problem.grid;
  const best = { cost: 0, route: -1, day: -1, slot: -1 };
  return {
    board,
    random,
    mask: new Int32Array(words),
    corners: new Int32Array(words),
    best,
    blink: 0,
    work: 0,
  };
}

/** True when a better place is to be overlooked, for variety. */
export function blinks({ blink, random }: Desk): boolean {
  return blink > 0 && random() < blink;
}

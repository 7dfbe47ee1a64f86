import type { Board } from '../board/board.js';
import type { Random } from '../random.js';
import type { Bag } from './bag.js';

/** Whom to take off the board: at most `most` newcomers. */
export interface Ruin {
  readonly board: Board;
  readonly random: Random;
  readonly most: number;
  /** Newcomers with a talk that may move, in any order. */
  readonly movable: readonly number[];
  /** Those of `movable` without a talk. */
  readonly waiting: Bag;
}

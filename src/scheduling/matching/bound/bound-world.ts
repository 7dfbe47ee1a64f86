import { buildSchedule } from '../../schedule/schedule.js';
import type { Snapshot } from '../../model.js';
import { boardOf, type Board } from '../board/board.js';
import { placeFixed } from '../board/fixed-talks.js';
import { problemOf } from '../problem/problem.js';
import { binsOf, type Bin } from './bins.js';
import { capacityOf, type Capacity } from './capacity.js';
import { cellsOf, type Cells } from './cells.js';

/** Everything that bounds of one snapshot share. */
export interface BoundWorld {
  /** With the pinned talks only. */
  readonly board: Board;
  readonly bins: readonly Bin[];
  readonly cells: Cells;
  readonly capacity: Capacity;
}

/** Reads a snapshot. */
export function boundWorld(snapshot: Snapshot): BoundWorld {
  const board = boardOf(problemOf(buildSchedule(snapshot)));
  placeFixed(board);
  const cells = cellsOf(board.problem);
  const capacity = capacityOf(board, cells);
  return { board, cells, capacity, bins: binsOf({ board, cells, capacity }) };
}

import { buildSchedule } from '../../schedule/schedule.js';
import type { Snapshot } from '../../model.js';
import { boardOf, type Board } from '../board/board.js';
import { placeFixed } from '../board/fixed-talks.js';
import { problemOf } from '../problem/problem.js';
import { binsOf, type Bin } from './bins.js';
import { capacityOf, type Capacity } from './capacity.js';
import { cellsOf, type Cells } from './cells.js';
import type { Effort } from './effort.js';

/** Everything that bounds of one snapshot share. */
export interface BoundWorld {
  /** With the pinned talks only. */
  readonly board: Board;
  readonly bins: readonly Bin[];
  readonly cells: Cells;
  readonly capacity: Capacity;
  readonly effort: Effort;
}

/** Reads a snapshot. What is looked at afterwards is noted in `effort`. */
export function boundWorld(snapshot: Snapshot, effort: Effort): BoundWorld {
  const board = boardOf(problemOf(buildSchedule(snapshot)));
  placeFixed(board);
  const cells = cellsOf(board.problem);
  const capacity = capacityOf(board, cells);
  return { board, cells, capacity, effort, bins: binsOf({ board, cells, capacity }) };
}

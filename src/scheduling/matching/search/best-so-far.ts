import { int } from '../at.js';
import type { Board } from '../board/board.js';
import { place, placementOf, remove, type Placement } from '../board/moves.js';

/** The best plan seen on a board that is worked on. */
export interface BestSoFar {
  /** Rappen. */
  readonly cost: () => number;
  /** Says that a newcomer's talk may differ from the best plan. */
  readonly touch: (newcomer: number) => void;
  /** The board is the best plan now. */
  readonly keep: () => void;
  /** Makes the board the best plan again. */
  readonly restore: () => void;
}

/** Remembers the present board; keeping costs only as much as was touched since. */
export function bestSoFar(board: Board): BestSoFar {
  const saved = new Map<number, Placement>();
  const touched = new Set<number>();
  let cost = board.total;
  const isMovable = (newcomer: number): boolean => int(board.fixed, newcomer) === 0;
  const isPlanned = (newcomer: number): boolean => int(board.day, newcomer) >= 0;
  const save = (newcomer: number): void => {
    if (isPlanned(newcomer)) saved.set(newcomer, placementOf(board, newcomer));
    else saved.delete(newcomer);
  };
  const all = board.problem.invitees.map((_, newcomer) => newcomer).filter(isMovable);
  for (const newcomer of all) save(newcomer);
  return {
    cost: () => cost,
    touch: (newcomer) => touched.add(newcomer),
    keep: () => {
      for (const newcomer of touched) save(newcomer);
      touched.clear();
      cost = board.total;
    },
    restore: () => {
      for (const newcomer of all) if (isPlanned(newcomer)) remove(board, newcomer);
      for (const placement of saved.values()) place(board, placement);
    },
  };
}

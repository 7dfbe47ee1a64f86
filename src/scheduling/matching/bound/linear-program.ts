import type { Effort } from './effort.js';

/** Numbers of rows or columns and what stands there. */
export interface LinearProgramEntries {
  readonly indices: readonly number[];
  readonly values: readonly number[];
}

interface NewColumn {
  readonly cost: number;
  readonly entries: LinearProgramEntries;
  /** True when only whole numbers count for `solveWhole`. */
  readonly isWhole: boolean;
}

interface NewRow {
  readonly lower: number;
  readonly upper: number;
  readonly entries: LinearProgramEntries;
}

/** A solution and its prices. */
export interface LinearSolution {
  /** What it costs. */
  readonly value: number;
  /** By row. */
  readonly duals: ArrayLike<number>;
  /** By column. */
  readonly values: ArrayLike<number>;
}

/** What a linear programme comes to in whole numbers. */
interface WholeSolution {
  /** No solution costs less; Infinity when there is none. */
  readonly bound: number;
  /** By column; undefined when there is no solution or the effort was spent before one was proven to be the cheapest. */
  readonly values: ArrayLike<number> | undefined;
}

/** A linear programme that is minimised and can grow. Variables are at least 0; rows and columns count from 0. */
export interface LinearProgram {
  readonly addRows: (rows: readonly NewRow[]) => void;
  readonly addColumns: (columns: readonly NewColumn[]) => void;
  /** The cheapest solution; undefined when the solver gave up or the effort was spent, which is noted there. */
  readonly solve: (effort: Effort) => LinearSolution | undefined;
  /** The same with whole numbers where columns ask for them. */
  readonly solveWhole: (effort: Effort) => WholeSolution | undefined;
}

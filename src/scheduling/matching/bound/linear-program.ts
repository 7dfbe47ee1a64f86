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

/** A linear programme that is minimised and can grow. Variables are at least 0; rows and columns count from 0. */
export interface LinearProgram {
  readonly addRows: (rows: readonly NewRow[]) => void;
  readonly addColumns: (columns: readonly NewColumn[]) => void;
  /** The cheapest solution; undefined when the solver gave up. */
  readonly solve: () => LinearSolution | undefined;
  /**
   * With whole numbers where columns ask for them: what no solution costs less than, and the best solution. Infinity
   * when there is no solution; undefined when the solver gave up.
   */
  readonly solveWhole: () => { readonly bound: number; readonly values: ArrayLike<number> } | undefined;
}

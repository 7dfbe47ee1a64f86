/** Numbers of rows or columns and what stands there. */
export interface LinearProgramEntries {
  readonly indices: readonly number[];
  readonly values: readonly number[];
}

interface NewColumn {
  readonly cost: number;
  readonly entries: LinearProgramEntries;
}

interface NewRow {
  readonly lower: number;
  readonly upper: number;
  readonly entries: LinearProgramEntries;
}

/** A linear programme that is minimised and can grow. Variables are at least 0; rows and columns count from 0. */
export interface LinearProgram {
  readonly addRows: (rows: readonly NewRow[]) => void;
  readonly addColumns: (columns: readonly NewColumn[]) => void;
  /** undefined when the solver gave up. */
  readonly solve: () => { readonly duals: ArrayLike<number>; readonly values: ArrayLike<number> } | undefined;
}

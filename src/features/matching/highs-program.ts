import highsModule from 'highs';
import type { LinearProgram, LinearProgramEntries } from '../../scheduling/index.js';

/** The types of the package describe its CommonJS build; the ES module's default export is the function itself. */
const loadHighs = highsModule as unknown as typeof highsModule.default;

/** Compiled once per thread. */
let compiled: ReturnType<typeof loadHighs> | undefined;

/**
 * An empty linear programme on HiGHS (WebAssembly, one thread), and how to give its memory back. It gives up after
 * `seconds` of solving.
 */
export async function highsProgram(seconds: number): Promise<{
  readonly program: LinearProgram;
  readonly dispose: () => void;
}> {
  compiled ??= loadHighs();
  const highs = await compiled;
  const model = highs.createModel();
  model.options.set({ output_flag: false, solver: 'simplex', time_limit: seconds });
  let rows = 0;
  let columns = 0;
  const program: LinearProgram = {
    addRows: (added) => {
      const lower = Float64Array.from(added, (row) => row.lower);
      const upper = Float64Array.from(added, (row) => row.upper);
      const matrix = { format: 'csr', numRows: added.length, numCols: columns, ...packed(added) } as const;
      if (added.length > 0) model.addRows({ lower, upper, matrix });
      rows += added.length;
    },
    addColumns: (added) => {
      const cost = Float64Array.from(added, (column) => column.cost);
      const lower = new Float64Array(added.length);
      const upper = new Float64Array(added.length).fill(highs.infinity);
      const matrix = { format: 'csc', numRows: rows, numCols: added.length, ...packed(added) } as const;
      if (added.length > 0) model.addCols({ cost, lower, upper, matrix });
      columns += added.length;
    },
    solve: () => {
      model.run();
      if (model.getModelStatus() !== highs.constants.modelStatus.optimal) return undefined;
      const { rowDual, colValue } = model.getSolution();
      return { duals: rowDual, values: colValue };
    },
  };
  return {
    program,
    dispose: () => {
      model.dispose();
    },
  };
}

/** Sparse lists behind one another. */
function packed(lists: readonly { readonly entries: LinearProgramEntries }[]): {
  readonly starts: Int32Array;
  readonly indices: Int32Array;
  readonly values: Float64Array;
} {
  let length = 0;
  const starts = [0, ...lists.map(({ entries }) => (length += entries.indices.length))];
  return {
    starts: Int32Array.from(starts),
    indices: Int32Array.from(lists.flatMap(({ entries }) => entries.indices)),
    values: Float64Array.from(lists.flatMap(({ entries }) => entries.values)),
  };
}

import highsModule from 'highs';
import type { LinearProgram, LinearProgramEntries } from '../../scheduling/index.js';

/** The types of the package describe its CommonJS build; the ES module's default export is the function itself. */
const loadHighs = highsModule as unknown as typeof highsModule.default;

type Highs = Awaited<ReturnType<typeof loadHighs>>;
type Model = ReturnType<Highs['createModel']>;

/** Compiled once per thread. */
let compiled: ReturnType<typeof loadHighs> | undefined;

/** Empty linear programmes on one solver, and how to give their memory back. */
export interface LinearPrograms {
  readonly newProgram: () => LinearProgram;
  readonly dispose: () => void;
}

/** Linear programmes on HiGHS (WebAssembly, one thread). Solving gives up after `seconds` for each programme. */
export async function highsPrograms(seconds: number): Promise<LinearPrograms> {
  compiled ??= loadHighs();
  const highs = await compiled;
  const models: Model[] = [];
  return {
    newProgram: () => {
      const model = highs.createModel();
      models.push(model);
      model.options.set({ output_flag: false, solver: 'simplex', time_limit: seconds });
      return programOn(model, highs);
    },
    dispose: () => {
      for (const model of models) model.dispose();
    },
  };
}

function programOn(model: Model, highs: Highs): LinearProgram {
  const whole: number[] = [];
  let rows = 0;
  let columns = 0;
  return {
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
      for (const [index, column] of added.entries()) if (column.isWhole) whole.push(columns + index);
      columns += added.length;
    },
    solve: () => solved(model, highs),
    solveWhole: () => solvedWhole(model, highs, whole),
  };
}

function solved(model: Model, { constants }: Highs): ReturnType<LinearProgram['solve']> {
  model.run();
  if (model.getModelStatus() !== constants.modelStatus.optimal) return undefined;
  const { rowDual, colValue } = model.getSolution();
  return { value: model.getObjectiveValue(), duals: rowDual, values: colValue };
}

function solvedWhole(
  model: Model,
  { constants }: Highs,
  indices: readonly number[],
): ReturnType<LinearProgram['solveWhole']> {
  const { optimal, infeasible } = constants.modelStatus;
  const types = Int32Array.from(indices, () => constants.variableType.integer);
  model.options.set({ solver: 'choose', mip_rel_gap: 0, mip_abs_gap: 0.5 });
  if (indices.length > 0) model.changeColsIntegrality({ kind: 'set', indices }, types);
  model.run();
  const status = model.getModelStatus();
  if (status === infeasible) return { bound: Infinity, values: [] };
  if (status !== optimal) return undefined;
  return { bound: Number(model.info.get('mip_dual_bound')), values: model.getSolution().colValue };
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

import v8 from 'node:v8';
import highsModule from 'highs';
import {
  isSpent,
  type Effort,
  type LinearProgram,
  type LinearProgramEntries,
} from '../../scheduling/index.js';

/** The types of the package describe its CommonJS build; the ES module's default export is the function itself. */
const loadHighs = highsModule as unknown as typeof highsModule.default;

type Highs = Awaited<ReturnType<typeof loadHighs>>;
type Model = ReturnType<Highs['createModel']>;

/** Compiled once per thread. */
let compiled: ReturnType<typeof loadHighs> | undefined;

/**
 * Compiling its hot functions a second time, for speed, takes longer than a dozen newcomers need altogether: only what
 * is hot for some seconds is worth it. Halves the CPU time of a small proof; a large one takes as long as before.
 */
function compile(): ReturnType<typeof loadHighs> {
  v8.setFlagsFromString('--wasm-tiering-budget=100000000');
  return loadHighs();
}

/** Empty linear programmes on one solver, and how to give their memory back. */
export interface LinearPrograms {
  readonly newProgram: () => LinearProgram;
  readonly dispose: () => void;
}

/** Linear programmes on HiGHS (WebAssembly, one thread). */
export async function highsPrograms(): Promise<LinearPrograms> {
  compiled ??= compile();
  const highs = await compiled;
  const models: Model[] = [];
  return {
    newProgram: () => {
      const model = highs.createModel();
      models.push(model);
      model.options.set({ output_flag: false, solver: 'simplex' });
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
    solve: (effort) => solved(model, highs, { effort, each: ITERATION_WORK + ROW_WORK * rows }),
    solveWhole: (effort) =>
      solvedWhole(model, highs, { whole, effort, each: ITERATION_WORK + ROW_WORK * rows }),
  };
}

/** Units of work (see `Effort`) for an iteration of the simplex method, by itself and for each row, measured. */
const ITERATION_WORK = 1000;
const ROW_WORK = 0.5;

/** With whole numbers so much more is done around each iteration, measured on offices of a dozen newcomers. */
const WHOLE_FACTOR = 20;

function solved(
  model: Model,
  { constants }: Highs,
  { effort, each }: { effort: Effort; each: number },
): ReturnType<LinearProgram['solve']> {
  model.options.set({
    simplex_iteration_limit: Math.max(0, Math.min(1e9, Math.floor((effort.most - effort.done) / each))),
  });
  model.run();
  effort.done += Number(model.info.get('simplex_iteration_count')) * each;
  if (model.getModelStatus() !== constants.modelStatus.optimal) return undefined;
  const { rowDual, colValue } = model.getSolution();
  return { value: model.getObjectiveValue(), duals: rowDual, values: colValue };
}

function solvedWhole(
  model: Model,
  { constants }: Highs,
  { whole, effort, each }: { whole: readonly number[]; effort: Effort; each: number },
): ReturnType<LinearProgram['solveWhole']> {
  const { optimal, infeasible, interrupted } = constants.modelStatus;
  const types = Int32Array.from(whole, () => constants.variableType.integer);
  model.options.set({ solver: 'choose', mip_rel_gap: 0, mip_abs_gap: 0.5 });
  if (whole.length > 0) model.changeColsIntegrality({ kind: 'set', indices: whole }, types);
  const before = effort.done;
  model.run({
    [constants.callbackType.mipInterrupt]: (event) => {
      effort.done = before + Number(event.data.mip_total_lp_iterations) * each * WHOLE_FACTOR;
      if (isSpent(effort)) event.interrupt();
    },
  });
  const status = model.getModelStatus();
  if (status === infeasible) return { bound: Infinity, values: undefined };
  if (status !== optimal && status !== interrupted) return undefined;
  const bound = Number(model.info.get('mip_dual_bound'));
  return { bound, values: status === optimal ? model.getSolution().colValue : undefined };
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

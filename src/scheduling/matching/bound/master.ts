import { at, num } from '../at.js';
import type { LinearProgram, LinearProgramEntries as Entries } from './linear-program.js';
import type { Bin } from './bins.js';
import type { Column } from './pricing.js';
import { rowIndex } from './row-index.js';
import type { Row } from './rows.js';

export interface Slack {
  readonly row: number;
  readonly cost: number;
  readonly value: number;
}

/** The linear programme over the columns and rows found so far. */
export interface Master {
  readonly rows: readonly Row[];
  /** In the order of the solver; null for slack variables that are no visit. */
  readonly columns: (Column | null)[];
  readonly addRows: (rows: readonly Row[]) => void;
  /** Leaves out those that are there already. Returns how many are new. */
  readonly addColumns: (columns: readonly Column[]) => number;
  /** Variables that stand in one row only, for example "has no talk". */
  readonly addSlacks: (slacks: readonly Slack[]) => void;
}

/** An empty master problem on a solver. */
export function masterOn(program: LinearProgram, bins: readonly Bin[]): Master {
  const index = rowIndex();
  const { rows } = index;
  const columns: (Column | null)[] = [];
  const known = new Set<string>();
  return {
    rows,
    columns,
    addRows: (added) => {
      index.add(added);
      program.addRows(
        added.map((row) => ({ lower: row.lower, upper: row.upper, entries: takenOf(row, columns) })),
      );
    },
    addColumns: (found) => {
      const fresh = found.filter((column) => isNew(known, column));
      columns.push(...fresh);
      program.addColumns(
        fresh.map((column) => {
          const near = index.near(column, at(bins, column.bin));
          const entries = entriesOf(near, (row) => at(rows, row).takenBy(column));
          return { cost: column.cost, entries, isWhole: true };
        }),
      );
      return fresh.length;
    },
    addSlacks: (slacks) => {
      columns.push(...slacks.map(() => null));
      program.addColumns(
        slacks.map(({ row, cost, value }) => ({
          cost,
          entries: { indices: [row], values: [value] },
          isWhole: false,
        })),
      );
    },
  };
}

/** One group of talks may be paid in two ways. */
function isNew(known: Set<string>, { bin, items, cost }: Column): boolean {
  const key = `${bin}:${cost}:${items
    .map((item) => `${item.newcomer}/${item.route}/${item.start ?? item.cell}`)
    .sort()
    .join(' ')}`;
  return !known.has(key) && known.add(key).size > 0;
}

function takenOf(row: Row, columns: readonly (Column | null)[]): Entries {
  const indices = columns.map((_, index) => index);
  return entriesOf(indices, (index) => {
    const column = columns[index];
    return column ? row.takenBy(column) : 0;
  });
}

function entriesOf(indices: readonly number[], valueAt: (index: number) => number): Entries {
  const values = indices.map(valueAt);
  const used = values.flatMap((value, index) => (value === 0 ? [] : [index]));
  return {
    indices: used.map((index) => num(indices, index)),
    values: used.map((index) => num(values, index)),
  };
}

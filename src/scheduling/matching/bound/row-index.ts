import type { Bin } from './bins.js';
import type { Column } from './pricing.js';
import { subjectsOf, type Row } from './rows.js';

/** Rows, and how to find those that a column can take something of. */
export interface RowIndex {
  readonly rows: readonly Row[];
  readonly add: (rows: readonly Row[]) => void;
  readonly near: (column: Column, bin: Bin) => readonly number[];
}

/** No rows yet. */
export function rowIndex(): RowIndex {
  const rows: Row[] = [];
  const bySubject = new Map<string, number[]>();
  return {
    rows,
    add: (added) => {
      for (const row of added) {
        const index = rows.push(row) - 1;
        for (const subject of row.subjects) {
          const near = bySubject.get(subject) ?? [];
          near.push(index);
          bySubject.set(subject, near);
        }
      }
    },
    near: (column, bin) => {
      const found = subjectsOf(column, bin).flatMap((subject) => bySubject.get(subject) ?? []);
      return [...new Set(found)];
    },
  };
}

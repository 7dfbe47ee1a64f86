import type { ArrivalRow, RowError, RowWarning } from './arrival-row.js';
import { nameKeyOf } from './form-households.js';

/** Rows that are each another person, the repeated ones as errors, and look-alikes as warnings. */
export interface DistinctRows {
  readonly rows: readonly ArrivalRow[];
  readonly errors: readonly RowError[];
  readonly warnings: readonly RowWarning[];
}

/** A person may stand in a file once: by register number, and without one by name and birth date. */
export function refuseRepeated(rows: readonly ArrivalRow[]): DistinctRows {
  const numbers = new Set<string>();
  const names = new Map<string, string | null>();
  const distinct: ArrivalRow[] = [];
  const errors: RowError[] = [];
  const warnings: RowWarning[] = [];
  for (const row of rows) {
    const { line, registerNumber } = row;
    const name = nameKeyOf(row);
    const namesake = names.get(name);
    if (registerNumber !== null && numbers.has(registerNumber)) {
      errors.push({ line, column: null, code: 'register-number-twice', value: registerNumber });
      continue;
    }
    if (namesake === null && registerNumber === null) {
      errors.push({ line, column: null, code: 'person-twice' });
      continue;
    }
    if (namesake !== undefined) warnings.push({ line, column: null, code: 'possible-duplicate' });
    if (registerNumber !== null) numbers.add(registerNumber);
    names.set(name, registerNumber ?? namesake ?? null);
    distinct.push(row);
  }
  return { rows: distinct, errors, warnings };
}

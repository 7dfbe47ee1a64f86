import { at, num } from '../at.js';
import type { Bin } from './bins.js';
import type { Column } from './pricing.js';
import { binRow, type Row } from './rows.js';

const TOLERANCE = 1e-4;

/** Rows for the bins of which a solution has more than one visit; then they are `known`. One column holds all talks. */
export function violatedBins(
  columns: readonly (Column | null)[],
  values: ArrayLike<number>,
  { bins, known }: { bins: readonly Bin[]; known: Set<string> },
): readonly Row[] {
  const used = new Float64Array(bins.length);
  columns.forEach((column, index) => {
    if (column) used[column.bin] = num(used, column.bin) + num(values, index);
  });
  return bins.flatMap((_, bin) => {
    const key = `bin ${bin}`;
    if (num(used, bin) <= 1 + TOLERANCE || at(bins, bin).interpreter < 0 || known.has(key)) return [];
    known.add(key);
    return [binRow(bin)];
  });
}

import type { ImportResult } from './import-result.js';
import type { ArrivalsReading } from './reading.js';
import type { RowWarning } from './rows/arrival-row.js';
import type { Tally } from './saving/apply-arrivals.js';

/** Most errors, and most warnings, that are listed. */
const MAX_LISTED = 5000;

/** What a file said and what that does to the office. */
export function resultOf(reading: ArrivalsReading, tally: Tally): ImportResult {
  const { errors, encoding, separator, columns } = reading;
  const base = {
    rows: reading.rowCount,
    rejected: reading.rejected,
    encoding,
    separator,
    columns: {
      mapped: columns.mapped.map(({ heading, field }) => ({ heading, field })),
      unknown: columns.unknown,
      dropped: columns.dropped,
    },
  };
  const warnings = distinct([...reading.warnings, ...tally.warnings]);
  const leftOut = Math.max(errors.length - MAX_LISTED, 0) + Math.max(warnings.length - MAX_LISTED, 0);
  const listed = { errors: errors.slice(0, MAX_LISTED), warnings: warnings.slice(0, MAX_LISTED), leftOut };
  const { created, updated, unchanged, households, decided } = tally;
  return { ...base, ...listed, created, updated, unchanged, households, decided };
}

/** The result of a preview with what saving it really did. */
export function resultAfter(result: ImportResult, tally: Tally): ImportResult {
  const { created, updated, unchanged, households, decided } = tally;
  const warnings = distinct([...result.warnings, ...tally.warnings]).slice(0, MAX_LISTED);
  return { ...result, created, updated, unchanged, households, decided, warnings };
}

function distinct(warnings: readonly RowWarning[]): RowWarning[] {
  const byPlace = new Map(warnings.map((warning) => [`${warning.line} ${warning.code}`, warning]));
  return [...byPlace.values()].sort((a, b) => a.line - b.line);
}

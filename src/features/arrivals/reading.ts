import type { Encoding } from './file/sheet.js';
import type { RowError, RowWarning } from './rows/arrival-row.js';
import type { Columns } from './rows/headings.js';

/** What one file says, understood but not yet compared with what the office knows. */
export interface ArrivalsReading {
  readonly encoding: Encoding;
  readonly separator: ';' | ',' | '\t' | null;
  readonly columns: Columns;
  /** Rows below the headings, with and without errors. */
  readonly rowCount: number;
  readonly rejected: number;
  readonly errors: readonly RowError[];
  readonly warnings: readonly RowWarning[];
  /** One `ArrivingHousehold` as JSON per line, in UTF-8: it crosses threads and is kept without being built up. */
  readonly households: Uint8Array;
}

/** What the thread answers: the reading, or why the file as a whole is refused (code of a `DomainError`). */
export type ReadingAnswer =
  | { readonly kind: 'read'; readonly reading: ArrivalsReading }
  | { readonly kind: 'refused'; readonly code: string; readonly data: Readonly<Record<string, unknown>> };

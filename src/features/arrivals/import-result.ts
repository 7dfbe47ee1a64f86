import type { Encoding } from './file/sheet.js';
import type { RowError, RowWarning } from './rows/arrival-row.js';
import type { Field } from './rows/headings.js';

/** What came, or would come, of an import; all counts are rows of the file. */
export interface ImportResult {
  readonly rows: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly households: { readonly created: number; readonly updated: number };
  /** New households: to invite, in writing only, not to invite. */
  readonly decided: { readonly open: number; readonly written: number; readonly 'not-invited': number };
  readonly warnings: readonly RowWarning[];
  readonly errors: readonly RowError[];
  /** Errors and warnings beyond the first thousands. */
  readonly leftOut: number;
  readonly encoding: Encoding;
  readonly separator: ';' | ',' | '\t' | null;
  readonly columns: {
    readonly mapped: readonly { readonly heading: string; readonly field: Field }[];
    readonly unknown: readonly string[];
    /** Not kept by law or by choice: religion, social security number. */
    readonly dropped: readonly string[];
  };
}

/** An import as it is kept: previewed for a day, or saved for good. */
export interface ArrivalImport {
  readonly id: string;
  readonly fileName: string;
  readonly state: 'previewed' | 'saved';
  /** `staff:<id>`, `api:<id>` or `system`. */
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly result: ImportResult;
}

import type { ErrorCode } from '../fields/field.js';

/** A row that was understood; empty cells are null, `''` or no languages. */
export interface ArrivalRow {
  readonly line: number;
  readonly lastName: string;
  readonly firstName: string;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly born: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly language: string | null;
  readonly otherLanguages: readonly string[];
  readonly municipalityBfs: number;
  readonly arrivedOn: string;
  readonly registerNumber: string | null;
  readonly householdNumber: string | null;
  readonly street: string;
  readonly postcode: string;
  readonly town: string;
  readonly permit: string | null;
  readonly regime: string | null;
  readonly nationality: string | null;
  readonly origin: string | null;
  readonly interpreterGender: 'f' | 'm' | null;
  readonly stepFree: boolean | null;
  readonly addressLock: boolean | null;
  readonly note: string;
}

/** What a person should look at although the row is taken; the words are `arrivals:warning.<code>`. */
export type WarningCode =
  | 'language-missing'
  | 'cannot-be-reached'
  | 'possible-duplicate'
  | 'household-differs'
  | 'person-in-other-household'
  | 'open-talk';

/** Something about one cell or, without a column, about one row. Line 1 holds the headings. */
export interface Issue<Code = ErrorCode | WarningCode> {
  readonly line: number;
  /** The heading as it stands in the file. */
  readonly column: string | null;
  readonly code: Code;
  /** What stands in the cell, shortened. */
  readonly value?: string;
}

export type RowError = Issue<ErrorCode>;
export type RowWarning = Issue<WarningCode>;

import type { Tx } from '../../platform/database/database.js';

/** Which record of which office; `today` is the office's local date `2027-01-11`. */
export interface RecordScope {
  readonly officeId: number;
  readonly id: number;
  readonly today: string;
}

/** A stretch of wall-clock time on one day of every week; 1 = Monday … 7 = Sunday, `24:00` ends a day. */
export interface WeekHours {
  readonly weekday: number;
  readonly from: string;
  readonly until: string;
}

/**
 * One kind of thing that an office keeps about itself: read and written as a whole, as plain JSON, in the caller's
 * transaction. Reading gives the same value as long as nothing changed. A name that is in use breaks its constraint.
 */
export interface SettingsRecord<Values extends object = object> {
  /** Subject of its entries in the audit. */
  readonly kind: string;
  /** Fields about a person: the history says that they changed, not what they were. */
  readonly personal: readonly string[];
  /** What is booked may cost something else after a change: coming visits are priced anew. */
  readonly changesPrices?: boolean;
  /** Undefined when the office has no such record. */
  load(tx: Tx, scope: RecordScope): Promise<Values | undefined>;
  /** Returns the id. */
  create(tx: Tx, office: Omit<RecordScope, 'id'>, values: Values): Promise<number>;
  replace(tx: Tx, scope: RecordScope, values: Values): Promise<void>;
  /** Only what was entered by itself can be removed; the rest is taken out of use. */
  remove?(tx: Tx, scope: RecordScope): Promise<void>;
}

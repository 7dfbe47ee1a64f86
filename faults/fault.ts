import type { Bench } from './harness/bench.js';

/** Something that goes wrong, and what the product promises then. */
export interface Fault {
  /** Of the list of faults; from 51 on faults that the list does not have. */
  readonly number: number;
  readonly name: string;
  readonly promise: string;
  /** Brings the fault about and says what was seen. Throws {@link BrokenPromise} or {@link CannotInject}. */
  readonly run: (bench: Bench) => Promise<string>;
}

/** The product did not do what it promises. */
export class BrokenPromise extends Error {
  override readonly name = 'BrokenPromise';
}

/** The fault cannot be brought about here; says why. */
export class CannotInject extends Error {
  override readonly name = 'CannotInject';
}

/** Throws {@link BrokenPromise} with what was seen unless it is as promised. */
export function promised(isKept: boolean, seen: string): asserts isKept {
  if (!isKept) throw new BrokenPromise(seen);
}

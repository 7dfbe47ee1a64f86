/** The element at an index that is known to exist. Throws a RangeError otherwise. */
export function at<T>(list: readonly T[], index: number): T {
  const element = list[index];
  if (element === undefined) throw new RangeError(`no element ${index}`);
  return element;
}

/** The number in a typed array or list of numbers; 0 outside of it. */
export function num(list: ArrayLike<number>, index: number): number {
  return list[index] ?? 0;
}

/**
 * As `num`, for the board: a function that only ever meets one kind of array is several times as fast, and the search
 * calls it some hundred million times a second.
 */
export function int(list: Int32Array, index: number): number {
  return list[index] ?? 0;
}

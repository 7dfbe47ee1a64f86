/** Compares two values for `sort`. */
export type Order<T> = (a: T, b: T) => number;

/** By code units: the same on every machine, whatever its language. */
export function byText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Orders by the first key in which two values differ. */
export function inOrder<T>(keys: readonly ((value: T) => number | string)[]): Order<T> {
  return (a, b) => {
    for (const key of keys) {
      const difference = compare(key(a), key(b));
      if (difference !== 0) return difference;
    }
    return 0;
  };
}

function compare(a: number | string, b: number | string): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return byText(String(a), String(b));
}

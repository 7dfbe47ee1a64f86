/** The next number of a seeded sequence, in [0, 1). */
export type Random = () => number;

/** A sequence of numbers that depends on the seed only (sfc32, Chris Doty-Humphrey). */
export function randomFrom(seed: number): Random {
  let a = 0x9e3779b9;
  let b = 0x243f6a88;
  let c = seed | 0;
  let counter = 1;
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4294967296;
  };
  for (let i = 0; i < 12; i++) next();
  return next;
}

/** A whole number from 0 to `count` - 1. */
export function pickBelow(count: number, random: Random): number {
  return Math.floor(random() * count);
}

/** Puts the first `count` elements of a list into a random order drawn from the whole list, in place. */
export function shuffleHead(list: number[], count: number, random: Random): void {
  const last = Math.min(count, list.length - 1);
  for (let i = 0; i < last; i++) swap(list, i, i + pickBelow(list.length - i, random));
}

function swap(list: number[], i: number, j: number): void {
  const a = list[i];
  const b = list[j];
  if (a === undefined || b === undefined) return;
  list[i] = b;
  list[j] = a;
}

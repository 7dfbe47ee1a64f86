import { int } from '../at.js';
import { pickBelow, type Random } from '../random.js';

/**
 * Possible starts of one day as bits: bit i of the words from `offset` on stands for the i-th slot of the grid.
 * Many masks lie behind one another in one typed array.
 */
export type StartMasks = Int32Array;

/** First and last slot of a stretch, both included; empty when `to` < `from`. */
export interface SlotRange {
  readonly from: number;
  readonly to: number;
}

/** Allows the starts of a range. */
export function allowStarts(masks: StartMasks, offset: number, range: SlotRange): void {
  for (let word = range.from >> 5; word <= range.to >> 5; word++)
    masks[offset + word] = int(masks, offset + word) | bitsOf(word, range.from, range.to);
}

/** Forbids the starts of a range. */
export function forbidStarts(masks: StartMasks, offset: number, range: SlotRange): void {
  for (let word = range.from >> 5; word <= range.to >> 5; word++)
    masks[offset + word] = int(masks, offset + word) & ~bitsOf(word, range.from, range.to);
}

/** True when the start is allowed. */
export function allows(masks: StartMasks, offset: number, slot: number): boolean {
  return ((int(masks, offset + (slot >> 5)) >>> (slot & 31)) & 1) === 1;
}

/** Sets or clears the bit of one day in a set of days that begins at `offset`. */
export function markDay(
  days: Int32Array,
  offset: number,
  { day, isIn }: { day: number; isIn: boolean },
): void {
  const word = offset + (day >> 5);
  const bit = 1 << (day & 31);
  days[word] = isIn ? int(days, word) | bit : int(days, word) & ~bit;
}

/** How many starts a mask of `words` words at the beginning of the array allows. */
function countStarts(mask: StartMasks, words: number): number {
  let count = 0;
  for (let word = 0; word < words; word++) count += bitCount(int(mask, word));
  return count;
}

/** One of the allowed starts of a mask that is not empty, each as likely. */
export function anyStart(mask: StartMasks, words: number, random: Random): number {
  let left = pickBelow(countStarts(mask, words), random);
  for (let word = 0; word < words; word++) {
    const bits = int(mask, word);
    const count = bitCount(bits);
    if (left < count) return word * 32 + nthBit(bits, left);
    left -= count;
  }
  return -1;
}

/** The lowest bit that is set in a word that is not 0. */
export function lowestBit(bits: number): number {
  return 31 - Math.clz32(bits & -bits);
}

function nthBit(bits: number, n: number): number {
  let rest = bits;
  for (let i = 0; i < n; i++) rest &= rest - 1;
  return lowestBit(rest);
}

function bitCount(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

function bitsOf(word: number, from: number, to: number): number {
  const low = Math.max(from - word * 32, 0);
  const high = Math.min(to - word * 32, 31);
  return low > high ? 0 : (-1 << low) & (-1 >>> (31 - high));
}

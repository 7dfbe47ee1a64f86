import { int } from '../at.js';
import { pickBelow, type Random } from '../random.js';

/** A set of small numbers from which one can be drawn at random in no time. */
export interface Bag {
  readonly add: (item: number) => void;
  readonly remove: (item: number) => void;
  /** -1 when the bag is empty. */
  readonly draw: (random: Random) => number;
  readonly size: () => number;
}

/** A bag for numbers below `limit` with these in it. */
export function bagOf(items: readonly number[], limit: number): Bag {
  const list: number[] = [];
  const place = new Int32Array(limit).fill(-1);
  const add = (item: number): void => {
    if (int(place, item) < 0) place[item] = list.push(item) - 1;
  };
  for (const item of items) add(item);
  return {
    add,
    remove: (item) => {
      const hole = int(place, item);
      const last = list[list.length - 1];
      if (hole < 0 || last === undefined) return;
      list[hole] = last;
      place[last] = hole;
      place[item] = -1;
      list.pop();
    },
    draw: (random) => list[pickBelow(list.length, random)] ?? -1,
    size: () => list.length,
  };
}

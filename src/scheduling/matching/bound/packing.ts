import type { TalkType } from '../../model.js';
import { num } from '../at.js';

/** Weights of the types of talk in one capacity row; see `packingOf`. */
export type TypeWeights = readonly number[];

/** What fits into a stretch of free time, once for each choice of weights. */
export interface Packing {
  readonly weights: readonly TypeWeights[];
  /** By choice of weights: the most that talks in a stretch of `minutes` can weigh when at most `most` fit in. */
  readonly mostIn: (minutes: number, most: number) => Float64Array;
}

const LARGEST_WEIGHT = 5;

/**
 * Rows of the form "3 short + 4 long talks weigh at most 12" hold for every plan and are sharper than minutes alone,
 * because a stretch of free time holds whole talks only.
 */
export function packingOf(types: readonly TalkType[], slotMinutes: number): Packing {
  const weights = weightsFor(types.length);
  const slots = types.map(({ minutes, buffer }) => Math.ceil((minutes + buffer) / slotMinutes));
  const rest = types.map(({ minutes, buffer }, type) => num(slots, type) * slotMinutes - minutes - buffer);
  const slack = Math.max(0, ...rest);
  const known = new Map<string, Float64Array>();
  return {
    weights,
    mostIn: (minutes, most) => {
      const room = Math.max(0, Math.floor((minutes + slack) / slotMinutes));
      const key = `${room} ${most}`;
      const answer = known.get(key) ?? heaviest(weights, packings(slots, { room, most }));
      known.set(key, answer);
      return answer;
    },
  };
}

function heaviest(weights: readonly TypeWeights[], counts: readonly (readonly number[])[]): Float64Array {
  return Float64Array.from(weights, (weight) =>
    counts.reduce((best, count) => Math.max(best, weightOf(weight, count)), 0),
  );
}

/** Weight of so many talks of each type. */
export function weightOf(weight: TypeWeights, count: ArrayLike<number>): number {
  return weight.reduce((sum, each, type) => sum + each * num(count, type), 0);
}

/** All numbers of talks per type that fit side by side. */
function packings(
  slots: readonly number[],
  { room, most }: { room: number; most: number },
): readonly (readonly number[])[] {
  const [first, ...others] = slots;
  if (first === undefined) return [[]];
  const found: (readonly number[])[] = [];
  for (let count = 0; count <= most && count * first <= room; count++)
    for (const rest of packings(others, { room: room - count * first, most: most - count }))
      found.push([count, ...rest]);
  return found;
}

/** All small weights when there are few types; otherwise only "how many talks". */
function weightsFor(types: number): readonly TypeWeights[] {
  const ones = Array.from({ length: types }, () => 1);
  if (types === 0 || types > 4) return [ones];
  let lists: readonly (readonly number[])[] = [[]];
  for (let type = 0; type < types; type++)
    lists = lists.flatMap((list) =>
      Array.from({ length: LARGEST_WEIGHT + 1 }, (_, weight) => [...list, weight]),
    );
  return lists.filter((list) => isLowest(list));
}

/** Leaves out multiples: 2 + 4 says the same as 1 + 2. */
function isLowest(list: readonly number[]): boolean {
  const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));
  return list.reduce((common, weight) => divisor(common, weight), 0) === 1;
}

import type { Snapshot } from '../../model.js';
import { at } from '../at.js';
import type { Cooling } from '../search/search.js';
import { firstPools } from './first-pools.js';
import { poolsOf, type Lane } from './lanes.js';
import type { Part } from './parts.js';

/** In a round every part is planned once, each with a pool of interpreters that no other lane uses meanwhile. */
export interface Round {
  /** Units of work for each newcomer; 0: everybody is placed once. */
  readonly workEach: number;
  readonly cooling: Cooling;
  readonly poolOf: (part: Part) => ReadonlySet<string>;
}

/** Less work than this for a newcomer and round is not worth preparing a part once more for. */
const LEAST_WORK_EACH = 14_400;

/** Measured on 4,000 newcomers: six rounds find what three find, and every round prepares all parts again. */
const MOST_ROUNDS = 4;

/** Where the cooling begins: a plan of many thousand talks has no time to be shaken up as a whole. */
const COOLED = 0.4;

/** A first plan, then one round of improving it at least, and as many as the work is enough for. */
export function roundsOf(snapshot: Snapshot, lanes: readonly Lane[], work: number): readonly Round[] {
  const first = firstPools(snapshot, lanes.flat());
  const each = work / snapshot.newcomers.length;
  const count = Math.max(1, Math.min(MOST_ROUNDS, Math.floor(each / LEAST_WORK_EACH)));
  const improving = Array.from({ length: count }, (_, index): Round => {
    const pools = poolsOf(snapshot, lanes, index);
    const share = (part: number): number => COOLED + ((1 - COOLED) * part) / count;
    return {
      workEach: each / count,
      cooling: { from: share(index), to: share(index + 1) },
      poolOf: (part) =>
        at(
          pools,
          lanes.findIndex((lane) => lane.includes(part)),
        ),
    };
  });
  const noOne: ReadonlySet<string> = new Set();
  const construction: Round = {
    workEach: 0,
    cooling: { from: 0, to: 0 },
    poolOf: (part) => first.get(part) ?? noOne,
  };
  return [construction, ...improving];
}

import type { BoundWorld } from '../bound-world.js';
import { violatedBins } from '../convexity.js';
import type { Relaxation } from '../rounds.js';
import { peakFinder } from './peaks.js';
import { timedItemsOf, type TimedItems } from './timed-items.js';
import { transferFinder } from './transfers.js';
import { priceTimedBin } from './timed-visits.js';
import { violatedTriples } from './triples.js';

/** A relaxation whose columns are of these talks. */
export interface TimedRelaxation extends Relaxation {
  readonly timed: TimedItems;
}

/** Rappen below which a column is not worth adding. */
const LEAST_VALUE = 1e-6;

/** The relaxation in which every talk has a time; undefined when there are too many of them. */
export function timedRelaxation(
  world: BoundWorld,
): (Relaxation & { readonly timed: TimedItems }) | undefined {
  const timed = timedItemsOf(world);
  if (!timed) return undefined;
  const findPeaks = peakFinder({ bins: world.bins, timed, slots: world.board.problem.grid.slots });
  const findTransfers = transferFinder({ bins: world.bins, problem: world.board.problem });
  const known = new Set<string>();
  return {
    world,
    timed,
    sets: timed.servers.members.length,
    priceBin: (pricing, bin) => priceTimedBin(pricing, bin, { timed, limit: LEAST_VALUE }),
    broken: ({ columns }, values, isNear) => {
      const needed = [
        ...findPeaks(columns, values, known),
        ...findTransfers(columns, values, known),
        ...violatedBins(columns, values, { bins: world.bins, known }),
      ];
      return needed.length > 0 || !isNear ? needed : violatedTriples(columns, values, known);
    },
  };
}

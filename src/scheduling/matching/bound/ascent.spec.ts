import { describe, expect, it } from '@jest/globals';
import { cheapestOfEveryPlan } from '../../../../test/support/every-plan.js';
import { aTinySnapshot } from '../../../../test/support/matching-worlds.js';
import { highsPrograms } from '../../../features/matching/highs-program.js';
import type { Snapshot } from '../../model.js';
import { matchTalks } from '../match-talks.js';
import { climb } from './ascent.js';
import { boundWorld } from './bound-world.js';
import { effortOf } from './effort.js';
import { firstPrices } from './first-prices.js';
import { visitsOfPlan } from './plan-columns.js';
import { priceAll } from './rounds.js';
import { fixedCost, startMaster } from './start-master.js';
import { untimedRelaxation } from './untimed-relaxation.js';

interface Climbed {
  readonly optimum: number;
  readonly first: number;
  readonly bound: number;
}

async function climbed(snapshot: Snapshot): Promise<Climbed> {
  const { newProgram, dispose } = await highsPrograms();
  const world = boundWorld(snapshot, effortOf(Infinity));
  const { talks, cost } = matchTalks(snapshot, { work: 10_000, seed: 1 });
  const { relaxation, rows, choices } = untimedRelaxation(world);
  const master = startMaster(world, newProgram());
  master.addRows(rows);
  const fixed = fixedCost(world);
  const known = { relaxation, rows: master.rows, most: cost.total - fixed };
  const first = firstPrices({ ...known, choices, plan: visitsOfPlan(talks, world) });
  const duals = climb({ ...known, first, isEnough: () => false });
  const boundAt = (prices: Float64Array): number =>
    Math.ceil(fixed + priceAll(relaxation, master, prices).bound - 1e-3);
  dispose();
  return { first: boundAt(first), bound: boundAt(duals), optimum: cheapestOfEveryPlan(world.board) };
}

describe('climb', () => {
  it('ends below the cheapest of all plans of a tiny office, and above where it began', async () => {
    let tight = 0;
    for (let seed = 1; seed <= 40; seed++) {
      const { first, bound, optimum } = await climbed(aTinySnapshot(seed));
      expect(bound).toBeLessThanOrEqual(optimum);
      expect(bound).toBeGreaterThanOrEqual(first);
      if (bound > 0.9 * optimum) tight++;
    }
    expect(tight).toBeGreaterThan(25);
  });
});

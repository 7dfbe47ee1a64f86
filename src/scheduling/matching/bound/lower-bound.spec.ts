import { describe, expect, it, jest } from '@jest/globals';
import { cheapestOfEveryPlan } from '../../../../test/support/every-plan.js';
import { aRandomSnapshot, aTinyReplanning, aTinySnapshot } from '../../../../test/support/matching-worlds.js';
import { aCaseworker, aNewcomer, aRoom, aSnapshot } from '../../../../test/support/scheduling-builders.js';
import { highsPrograms } from '../../../features/matching/highs-program.js';
import { planCost } from '../../cost/plan-cost.js';
import type { Candidate, Snapshot } from '../../model.js';
import { buildSchedule } from '../../schedule/schedule.js';
import { boardOf } from '../board/board.js';
import { placeFixed } from '../board/fixed-talks.js';
import { matchTalks, type MatchAnswer } from '../match-talks.js';
import { problemOf } from '../problem/problem.js';
import { effortOf } from './effort.js';
import { lowerBound } from './lower-bound.js';

async function boundOf(snapshot: Snapshot, talks: readonly Candidate[]): Promise<number> {
  const { newProgram, dispose } = await highsPrograms();
  try {
    return lowerBound(snapshot, { talks, newProgram, effort: effortOf(60_000_000) }).bound;
  } finally {
    dispose();
  }
}

function optimumOf(snapshot: Snapshot): number {
  const board = boardOf(problemOf(buildSchedule(snapshot)));
  placeFixed(board);
  return cheapestOfEveryPlan(board);
}

/** A short search is optimal as a rule; another seed helps where it is not. */
function bestOfThree(snapshot: Snapshot, optimum: number): MatchAnswer {
  let best = matchTalks(snapshot, { work: 10_000, seed: 1 });
  for (let seed = 2; seed <= 3 && best.cost.total > optimum; seed++)
    best = matchTalks(snapshot, { work: 300_000, seed });
  return best;
}

describe('lowerBound and matchTalks', () => {
  jest.setTimeout(60_000);

  it('are on both sides of the cheapest of all plans of a tiny office', async () => {
    let proven = 0;
    for (let seed = 1; seed <= 160; seed++) {
      const snapshot = aTinySnapshot(seed);
      const optimum = optimumOf(snapshot);
      const { talks, cost } = bestOfThree(snapshot, optimum);
      const bound = await boundOf(snapshot, talks);
      expect({ seed, cost: cost.total }).toEqual({ seed, cost: optimum });
      expect(bound).toBeLessThanOrEqual(optimum);
      if (seed <= 60) expect(await boundOf(snapshot, [])).toBeLessThanOrEqual(optimum);
      if (bound === optimum) proven++;
    }
    expect(proven).toBeGreaterThan(140);
  });

  it('are so beside pinned and announced talks too', async () => {
    let optimal = 0;
    for (let seed = 1; seed <= 40; seed++) {
      const before = aTinySnapshot(seed);
      const snapshot = aTinyReplanning(before, matchTalks(before, { work: 500, seed }).talks);
      const optimum = optimumOf(snapshot);
      const { talks, cost } = bestOfThree(snapshot, optimum);
      if (cost.total === optimum) optimal++;
      expect(cost.total).toBeGreaterThanOrEqual(optimum);
      expect(await boundOf(snapshot, talks)).toBeLessThanOrEqual(optimum);
    }
    expect(optimal).toBeGreaterThanOrEqual(36);
  });

  it('stay in order in an office with every kind of need', async () => {
    for (let seed = 1; seed <= 6; seed++) {
      const snapshot = aRandomSnapshot(seed);
      const { talks, cost } = matchTalks(snapshot, { work: 50_000, seed });
      expect(cost.total).toBe(planCost(buildSchedule(snapshot, talks)).total);
      const bound = await boundOf(snapshot, talks);
      expect(bound).toBeLessThanOrEqual(cost.total);
      expect(bound).toBeGreaterThan(0.6 * cost.total);
      expect(await boundOf(snapshot, [])).toBeLessThanOrEqual(cost.total);
    }
  });

  it('knows that one caseworker speaks the language, and leads two talks a day', async () => {
    const snapshot = aSnapshot({
      caseworkers: [
        aCaseworker({ languages: ['ti'], maxPerDay: 2 }),
        aCaseworker({ id: 'C2', languages: ['ar'] }),
      ],
      rooms: [aRoom(), aRoom({ id: 'R2' })],
      interpreters: [],
      newcomers: ['N1', 'N2', 'N3', 'N4', 'N5', 'N6'].map((id) => aNewcomer({ id })),
    });
    const { talks, cost } = matchTalks(snapshot, { work: 10_000, seed: 1 });
    expect(talks).toHaveLength(6);
    expect(await boundOf(snapshot, talks)).toBe(cost.total);
  });

  it('is zero when there is nobody to plan', async () => {
    expect(await boundOf({ ...aTinySnapshot(1), newcomers: [], interpreters: [] }, [])).toBe(0);
  });
});

import { describe, expect, it } from '@jest/globals';
import { aRandomSnapshot, aTinySnapshot } from '../../../test/support/matching-worlds.js';
import { checkPlan } from '../../scheduling/index.js';
import { matchInOnePiece, type OnePieceRequest } from './match-in-one-piece.js';

const LONG = 30_000_000;

function request(changes: Partial<OnePieceRequest> = {}): OnePieceRequest {
  return {
    work: LONG,
    seed: 1,
    boundWork: LONG,
    isEnough: () => false,
    ...changes,
  };
}

describe('matchInOnePiece', () => {
  it('ends long before its work is done once the plan is proven to be the cheapest', async () => {
    for (let seed = 1; seed <= 10; seed++) {
      const { cost, bound, work } = await matchInOnePiece(aTinySnapshot(seed), request());
      expect({ seed, bound }).toEqual({ seed, bound: cost.total });
      expect(work).toBeLessThan(LONG / 10);
    }
  });

  it('takes the cheaper plan that the proof comes upon, which breaks no rule', async () => {
    let better = 0;
    for (let seed = 1; seed <= 20; seed++) {
      const snapshot = aTinySnapshot(seed);
      const searched = await matchInOnePiece(snapshot, request({ work: 1, boundWork: 0 }));
      const proven = await matchInOnePiece(snapshot, request({ work: 1 }));
      expect(checkPlan(proven.talks, snapshot)).toEqual([]);
      expect(proven.cost.total).toBeLessThanOrEqual(searched.cost.total);
      if (proven.cost.total < searched.cost.total) better++;
    }
    expect(better).toBeGreaterThan(0);
  });

  it('gives the same plan and bound for the same request, however little work it allows', async () => {
    for (const boundWork of [200_000, 2_000_000]) {
      const asked = request({ work: 400_000, boundWork });
      const first = await matchInOnePiece(aRandomSnapshot(4, 14), asked);
      expect(await matchInOnePiece(aRandomSnapshot(4, 14), asked)).toEqual(first);
      expect(first.bound ?? 0).toBeLessThanOrEqual(first.cost.total);
    }
  });

  it('tells how far search and proof are together', async () => {
    const told: number[] = [];
    const isEnough = ({ done, of }: { done: number; of: number }): boolean => told.push(done / of) === 0;
    await matchInOnePiece(aRandomSnapshot(5, 30), request({ work: 200_000, boundWork: 2_000_000, isEnough }));
    expect([...told].sort((a, b) => a - b)).toEqual(told);
    expect(told[0]).toBeLessThan(0.05);
    expect(told.some((share) => share > 0.2 && share < 1)).toBe(true);
  });

  it('stops proving when it is cancelled', async () => {
    const { bound, cost } = await matchInOnePiece(
      aRandomSnapshot(5, 14),
      request({ work: 1000, isEnough: () => true }),
    );
    expect(bound ?? 0).toBeLessThan(cost.total);
  });
});

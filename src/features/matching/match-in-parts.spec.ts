import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aReplanning, someOffices } from '../../../test/support/matching-worlds.js';
import {
  buildSchedule,
  checkPlan,
  improvePart,
  matchTalks,
  partsOf,
  planCost,
  type MatchAnswer,
  type MatchProgress,
  type Snapshot,
} from '../../scheduling/index.js';
import { matchInParts } from './match-in-parts.js';
import type { PartThreads } from './part-threads.js';

/** The parts are improved here instead of in threads, those of the first lane after so many turns of waiting. */
function here(turns = 0): Pick<PartThreads, 'ask'> {
  return {
    ask: async (thread, { task, request }) => {
      for (let turn = 0; thread === 0 && turn < turns; turn++) await Promise.resolve();
      return improvePart(structuredClone(task), { ...request, isEnough: () => false });
    },
  };
}

interface Planned {
  readonly answer: MatchAnswer;
  readonly told: readonly MatchProgress[];
}

async function planned(
  snapshot: Snapshot,
  { threads = here(), work = 530_000, end = Infinity } = {},
): Promise<Planned> {
  const told: MatchProgress[] = [];
  const request = {
    work,
    seed: 1,
    isCancelled: () => told.length >= end,
    onProgress: (one: MatchProgress) => told.push(one),
  };
  return { answer: await matchInParts(snapshot, request, threads), told };
}

const seeds = fc.integer({ min: 1, max: 1_000_000 });

describe('matchInParts', () => {
  it('breaks no rule and names those for whom nothing is possible, as a plan in one piece does', async () => {
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const snapshot = someOffices(seed);
        const { talks, cost, impossible } = (await planned(snapshot)).answer;
        expect(checkPlan(talks, snapshot)).toEqual([]);
        expect(cost).toEqual(planCost(buildSchedule(snapshot, talks)));
        expect(impossible).toEqual(matchTalks(snapshot, { work: 1, seed }).impossible);
      }),
      { numRuns: 3 },
    );
  });

  it('keeps what is pinned and breaks no rule when it plans anew', async () => {
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const before = someOffices(seed);
        const snapshot = aReplanning(before, (await planned(before, { work: 1 })).answer.talks, seed);
        const { talks } = (await planned(snapshot)).answer;
        expect(checkPlan(talks, snapshot)).toEqual([]);
      }),
      { numRuns: 3 },
    );
  });

  it('finds the same plan whichever thread is faster', async () => {
    const snapshot = someOffices(1);
    const { answer } = await planned(snapshot);
    expect((await planned(snapshot, { threads: here(50) })).answer).toEqual(answer);
  });

  it('knows after each part what the whole costs, and how much is done', async () => {
    const { answer, told } = await planned(someOffices(2));
    expect(told).toHaveLength(partsOf(someOffices(2)).length * 3);
    expect(told.at(-1)).toEqual({ done: answer.work, of: 530_000, best: answer.cost.total });
    const costs = told.map(({ best }) => best);
    expect([...costs].sort((a, b) => b - a)).toEqual(costs);
  });

  it('gives the best plan so far when it is cancelled', async () => {
    const snapshot = someOffices(3);
    const { answer, told } = await planned(snapshot, { end: 4 });
    expect(told.length).toBeLessThan(6);
    expect(answer.talks.length).toBeGreaterThan(0);
    expect(checkPlan(answer.talks, snapshot)).toEqual([]);
  });
});

import { describe, expect, it, jest } from '@jest/globals';
import { checkPlan } from '../../../src/scheduling/index.js';
import { aRandomSnapshot } from '../../support/matching-worlds.js';

/** The built product: a thread starts from a file, and only the build has one. */
const built: string = '../../../dist/features/matching/index.js';
const { startMatching } = (await import(built)) as typeof import('../../../src/features/matching/index.js');

const snapshot = aRandomSnapshot(3, 40);

// a thread of its own on a busy machine
jest.setTimeout(60_000);

describe('startMatching', () => {
  it('leaves the caller free and tells how far it is', async () => {
    let turns = 0;
    const timer = setInterval(() => turns++, 5);
    const progress: number[] = [];
    const matching = startMatching(snapshot, {
      work: 3_000_000,
      seed: 1,
      onProgress: ({ done, of }) => progress.push(done / of),
    });
    const { talks, work } = await matching.answer;
    clearInterval(timer);
    expect(turns).toBeGreaterThan(10);
    expect(progress.length).toBeGreaterThan(0);
    expect([...progress].sort((a, b) => a - b)).toEqual(progress);
    expect(work).toBeGreaterThanOrEqual(3_000_000);
    expect(checkPlan(talks, snapshot)).toEqual([]);
  });

  it('gives the best plan so far when it is cancelled', async () => {
    const matching = startMatching(snapshot, {
      work: 1e12,
      seed: 1,
      onProgress: () => {
        matching.cancel();
      },
    });
    const { talks, work } = await matching.answer;
    expect(work).toBeLessThan(1e12);
    expect(checkPlan(talks, snapshot)).toEqual([]);
  });

  it('proves how low the cost of any plan must be, when asked', async () => {
    const { bound, cost } = await startMatching(snapshot, { work: 100_000, seed: 1, boundWork: 240_000_000 })
      .answer;
    expect(bound).toBeGreaterThan(0.5 * cost.total);
    expect(bound).toBeLessThanOrEqual(cost.total);
  });

  it('proves beside the search for hundreds of newcomers, with the same answer every time', async () => {
    const many = aRandomSnapshot(3, 400);
    const answer = () => startMatching(many, { work: 400_000, seed: 1, boundWork: 1_000_000 }).answer;
    const first = await answer();
    expect(first.bound).toBeGreaterThan(0);
    expect(first.bound).toBeLessThanOrEqual(first.cost.total);
    expect(checkPlan(first.talks, many)).toEqual([]);
    expect(await answer()).toEqual(first);
  });

  it('ends at its time limit', async () => {
    const { work } = await startMatching(snapshot, { work: 1e12, seed: 1, limitSeconds: 0.2 }).answer;
    expect(work).toBeLessThan(1e12);
  });

  it('says what is wrong with a snapshot that cannot be read', async () => {
    const { answer } = startMatching({ ...snapshot, timezone: 'Europe/Nowhere' }, { work: 1, seed: 1 });
    await expect(answer).rejects.toThrow(/Europe\/Nowhere/i);
  });
});

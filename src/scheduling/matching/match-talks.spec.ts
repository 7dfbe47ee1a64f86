import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aReplanning, aRandomSnapshot } from '../../../test/support/matching-worlds.js';
import { anAppointment, aNewcomer, aSnapshot, aTalk } from '../../../test/support/scheduling-builders.js';
import { planCost } from '../cost/plan-cost.js';
import type { Snapshot } from '../model.js';
import { checkPlan } from '../rules/check-plan.js';
import { buildSchedule } from '../schedule/schedule.js';
import { boardOf } from './board/board.js';
import { placeFixed } from './board/fixed-talks.js';
import { matchTalks } from './match-talks.js';
import { problemOf } from './problem/problem.js';
import { randomFrom } from './random.js';
import { searchPlan } from './search/search.js';
import { talksOn } from './talks-on.js';

const WORK = 20_000;
const seeds = fc.integer({ min: 1, max: 1_000_000 });

/** A plan with the cost the search believes it has. */
function searched(snapshot: Snapshot): { total: number; talks: ReturnType<typeof talksOn> } {
  const board = boardOf(problemOf(buildSchedule(snapshot)));
  placeFixed(board);
  searchPlan(board, randomFrom(7), { work: WORK, isEnough: () => false });
  return { total: board.total, talks: talksOn(board) };
}

function reversed(snapshot: Snapshot): Snapshot {
  const turned = <T>(list: readonly T[]): readonly T[] => [...list].reverse();
  return {
    ...snapshot,
    talkTypes: turned(snapshot.talkTypes),
    sites: turned(snapshot.sites),
    rooms: turned(snapshot.rooms),
    caseworkers: turned(snapshot.caseworkers),
    interpreters: turned(snapshot.interpreters),
    newcomers: turned(snapshot.newcomers),
    appointments: turned(snapshot.appointments),
  };
}

describe('matchTalks', () => {
  it('breaks no rule, and knows what its plan costs', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const snapshot = aRandomSnapshot(seed);
        const { total, talks } = searched(snapshot);
        expect(checkPlan(talks, snapshot)).toEqual([]);
        expect(total).toBe(planCost(buildSchedule(snapshot, talks)).total);
      }),
      { numRuns: 25 },
    );
  });

  it('breaks no rule when it plans anew around what is pinned and announced', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const before = aRandomSnapshot(seed);
        const snapshot = aReplanning(before, matchTalks(before, { work: 2_000, seed }).talks, seed);
        const { total, talks } = searched(snapshot);
        expect(checkPlan(talks, snapshot)).toEqual([]);
        expect(total).toBe(planCost(buildSchedule(snapshot, talks)).total);
      }),
      { numRuns: 20 },
    );
  });

  it('finds the same plan for the same seed and work, whatever the order of the lists', () => {
    for (const seed of [1, 2, 3]) {
      const snapshot = aRandomSnapshot(seed);
      const first = matchTalks(snapshot, { work: WORK, seed });
      expect(matchTalks(snapshot, { work: WORK, seed })).toEqual(first);
      expect(matchTalks(reversed(snapshot), { work: WORK, seed }).talks).toEqual(first.talks);
    }
  });

  it('puts two talks in one language into one visit of the interpreter', () => {
    const { talks } = matchTalks(aSnapshot(), { work: WORK, seed: 1 });
    const [first, second] = [...talks].sort((a, b) => (a.start < b.start ? -1 : 1));
    expect(second!.interpreter).toBe(first!.interpreter);
    const minutes =
      (Date.parse(second!.start.replace('Z', ':00Z')) - Date.parse(first!.start.replace('Z', ':00Z'))) /
      60_000;
    expect(minutes).toBe(45);
  });

  it('leaves a pinned talk where it is, even against the rules for new ones', () => {
    const pinned = anAppointment({ ...aTalk({ start: '2026-10-20T03:00Z' }), pinned: true });
    const { talks } = matchTalks(aSnapshot({ appointments: [pinned] }), { work: WORK, seed: 1 });
    expect(talks[0]).toEqual(aTalk({ start: '2026-10-20T03:00Z' }));
    expect(talks).toHaveLength(2);
  });

  it('leaves an announced talk where it is when moving it saves less than it costs', () => {
    const announced = anAppointment({ start: '2026-10-30T09:00Z', weight: 3 });
    const { talks } = matchTalks(aSnapshot({ appointments: [announced] }), { work: WORK, seed: 1 });
    expect(talks[0]).toEqual(aTalk({ start: '2026-10-30T09:00Z' }));
  });

  it('plans the others when nobody speaks the language of one', () => {
    const newcomers = [aNewcomer(), aNewcomer({ id: 'N2', languages: [{ lang: 'bo', level: 3 }] })];
    const { talks } = matchTalks(aSnapshot({ newcomers }), { work: WORK, seed: 1 });
    expect(talks.map((talk) => talk.newcomer)).toEqual(['N1']);
  });

  it('gives an empty plan for an office without newcomers or caseworkers', () => {
    expect(matchTalks(aSnapshot({ newcomers: [] }), { work: WORK, seed: 1 }).talks).toEqual([]);
    expect(matchTalks(aSnapshot({ caseworkers: [] }), { work: WORK, seed: 1 }).talks).toEqual([]);
  });

  it('ends with the best plan so far when it is told that this is enough', () => {
    const answer = matchTalks(aRandomSnapshot(5), {
      work: 1e9,
      seed: 1,
      isEnough: ({ done }) => done > 1_000,
    });
    expect(answer.work).toBeLessThan(100_000);
    expect(checkPlan(answer.talks, aRandomSnapshot(5))).toEqual([]);
  });
});

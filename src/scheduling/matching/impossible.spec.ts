import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aRandomSnapshot, aReplanning } from '../../../test/support/matching-worlds.js';
import type { Snapshot } from '../model.js';
import { proposeTalks } from '../propose-talks.js';
import { buildSchedule } from '../schedule/schedule.js';
import { matchTalks } from './match-talks.js';
import { impossibleAmong } from './parts/impossible-among.js';

const seeds = fc.integer({ min: 1, max: 1_000_000 });

/** For whom booking by hand finds nothing while nobody but the pinned has a talk. */
function withoutProposal(snapshot: Snapshot): readonly string[] {
  const schedule = buildSchedule(snapshot);
  const pinned = new Set(snapshot.appointments.filter((one) => one.pinned).map(({ newcomer }) => newcomer));
  return snapshot.newcomers
    .map(({ id }) => id)
    .filter((id) => !pinned.has(id))
    .filter((newcomer) => proposeTalks({ newcomer, limit: 1 }, schedule).kind === 'impossible')
    .sort();
}

/** Fewer hours and stricter needs, so that many cannot have a talk for many reasons. */
function scarce(snapshot: Snapshot): Snapshot {
  return {
    ...snapshot,
    interpreters: snapshot.interpreters.slice(0, 3).map((person) => ({ ...person, maxPerDay: 1 })),
    caseworkers: snapshot.caseworkers.map((person) => ({ ...person, weekly: person.weekly.slice(0, 3) })),
  };
}

describe('the newcomers for whom no talk is possible', () => {
  it.each([
    ['in an office', (snapshot: Snapshot): Snapshot => snapshot],
    ['where hours and people are scarce', scarce],
    [
      'beside pinned and announced talks',
      (snapshot: Snapshot): Snapshot =>
        aReplanning(snapshot, matchTalks(snapshot, { work: 1, seed: 1 }).talks, 1),
    ],
  ])('are those for whom booking by hand finds nothing: %s', (_, change) => {
    let found = 0;
    fc.assert(
      fc.property(seeds, (seed) => {
        const snapshot = change(aRandomSnapshot(seed));
        const expected = withoutProposal(snapshot);
        found += expected.length;
        expect(matchTalks(snapshot, { work: 1, seed: 1 }).impossible).toEqual(expected);
        const all = new Set(snapshot.newcomers.map(({ id }) => id));
        expect(impossibleAmong(all, snapshot)).toEqual(expected);
      }),
      { numRuns: 12 },
    );
    expect(found).toBeGreaterThan(5);
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  aCaseworker,
  anInterpreter,
  aNewcomer,
  aRoom,
  aSite,
  aSnapshot,
  placed,
} from '../../test/support/scheduling-builders.js';
import { totalOf } from './cost/cost-parts.js';
import { marginalCost } from './cost/marginal-cost.js';
import type { Candidate, Snapshot } from './model.js';
import { proposeTalks } from './propose-talks.js';
import { checkTalk } from './rules/check-talk.js';
import { addTalks, buildSchedule, type Schedule } from './schedule/schedule.js';
import { instantOf, minuteOf } from './time/instant.js';

const LANGUAGES = ['ti', 'ar', 'de'];
const FIRST = minuteOf('2026-10-23T22:00Z');
const DAYS = 3;

const bool = fc.boolean();
const language = fc.constantFrom(...LANGUAGES);
const level = fc.constantFrom(1, 2, 3);
const known = fc.uniqueArray(fc.record({ lang: language, level }), {
  selector: ({ lang }) => lang,
  maxLength: 2,
});
const range = fc
  .tuple(fc.integer({ min: 0, max: DAYS * 24 * 4 }), fc.integer({ min: 1, max: 40 }))
  .map(([from, length]) => ({
    from: instantOf(FIRST + from * 15),
    to: instantOf(FIRST + (from + length) * 15),
  }));
const ranges = fc.array(range, { maxLength: 2 });
const hours = fc
  .uniqueArray(
    fc.record({
      day: fc.constantFrom(6, 7, 1),
      start: fc.integer({ min: 6, max: 14 }),
      length: fc.integer({ min: 1, max: 4 }),
    }),
    { selector: ({ day }) => day, minLength: 1 },
  )
  .map((list) =>
    list.map(({ day, start, length }) => ({
      day,
      from: `${String(start).padStart(2, '0')}:00`,
      to: `${String(start + length).padStart(2, '0')}:00`,
    })),
  );
const site = fc.constantFrom('S1', 'S2');

const aWorld = fc
  .record({
    sites: fc.tuple(hours, hours, bool),
    rooms: fc.array(
      fc.record({
        site,
        accessible: bool,
        seats: fc.integer({ min: 1, max: 3 }),
        video: bool,
        blocked: ranges,
      }),
      { minLength: 1, maxLength: 3 },
    ),
    caseworkers: fc.array(
      fc.record({
        languages: fc.uniqueArray(language),
        site,
        hours,
        absent: ranges,
        maxPerDay: fc.integer({ min: 1, max: 2 }),
        video: bool,
      }),
      { minLength: 1, maxLength: 2 },
    ),
    interpreters: fc.array(
      fc.record({
        languages: known,
        weekly: hours,
        absent: ranges,
        travel: fc.constantFrom<Record<string, number>[]>({}, { S1: 500 }, { S1: 500, S2: 100 }),
        remote: bool,
        gender: fc.constantFrom('f' as const, 'm' as const),
        maxPerDay: fc.integer({ min: 1, max: 2 }),
        maxPerWeek: fc.integer({ min: 1, max: 2 }),
        secrecyFrom: fc.constantFrom(undefined, '2026-10-25', null),
      }),
      { maxLength: 3 },
    ),
    newcomer: fc.record({
      languages: known,
      persons: fc.integer({ min: 1, max: 3 }),
      wheelchair: bool,
      gender: fc.constantFrom(null, 'f' as const),
      genderHard: bool,
      modes: fc.constantFrom(['onsite' as const], ['onsite' as const, 'video' as const]),
      remoteInterpreter: bool,
      sites: fc.constantFrom(['S1'], ['S1', 'S2']),
      unavailable: ranges,
      conflicts: fc.constantFrom([], ['I0']),
      earliest: fc.constantFrom('2026-10-01', '2026-10-25'),
      notice: fc.constantFrom(0, 24),
    }),
  })
  .map(({ sites: [one, two, isClosed], rooms, caseworkers, interpreters, newcomer }): Snapshot => {
    return aSnapshot({
      slotMinutes: 30,
      horizon: { from: '2026-10-24', to: '2026-10-26' },
      sites: [
        aSite({ weekly: one, closed: isClosed ? ['2026-10-26'] : [] }),
        aSite({ id: 'S2', weekly: two }),
      ],
      rooms: rooms.map((room, index) => aRoom({ ...room, id: `R${index}` })),
      caseworkers: caseworkers.map(({ site: at, hours: weekly, ...caseworker }, index) =>
        aCaseworker({
          ...caseworker,
          id: `C${index}`,
          weekly: weekly.map((each) => ({ ...each, site: at })),
        }),
      ),
      interpreters: interpreters.map(({ remote, secrecyFrom, languages, ...interpreter }, index) =>
        anInterpreter({
          ...interpreter,
          languages,
          ...(remote ? {} : { video: null }),
          ...(secrecyFrom === undefined ? {} : { secrecyFrom }),
          id: `I${index}`,
        }),
      ),
      newcomers: [
        aNewcomer(newcomer),
        aNewcomer({
          id: 'N2',
          languages: LANGUAGES.map((lang) => ({ lang, level: 3 })),
          sites: ['S1', 'S2'],
        }),
      ],
    });
  });

/** The world with the other newcomer's talk in it, where one is possible. */
function scheduleOf(snapshot: Snapshot): Schedule {
  const empty = buildSchedule(snapshot);
  const answer = proposeTalks({ newcomer: 'N2', limit: 3 }, empty);
  const talk = answer.kind === 'proposed' ? answer.proposals.at(-1) : undefined;
  return talk ? addTalks([talk.candidate], empty) : empty;
}

/** Half hours from 06:00 to 19:00 in Zürich, the Sunday on which summer time ends included. */
function daytime(): readonly number[] {
  const all = Array.from({ length: DAYS * 48 + 2 }, (_, index) => FIRST + index * 30);
  return all.filter((start) => start % 1440 >= 4 * 60 && start % 1440 <= 18 * 60);
}

/** Every talk anyone could think of; slow, simple, and blind to how proposals are found. */
function everyCandidate({ rooms, caseworkers, interpreters }: Snapshot): readonly Candidate[] {
  const places = [
    ...rooms.map((room) => ({ mode: 'onsite' as const, site: room.site, room: room.id })),
    { mode: 'video' as const, site: null, room: null },
  ];
  const modes = ['onsite', 'video'] as const;
  const help = [
    { interpreter: null, interpreterMode: null },
    ...interpreters.flatMap(({ id }) =>
      modes.map((interpreterMode) => ({ interpreter: id, interpreterMode })),
    ),
  ];
  const people = caseworkers.flatMap(({ id }) => help.map((helper) => ({ caseworker: id, ...helper })));
  const meetings = places.flatMap((place) => people.map((who) => ({ newcomer: 'N1', ...place, ...who })));
  const talks = meetings.flatMap((meeting) => LANGUAGES.map((lang) => ({ ...meeting, lang })));
  return daytime().flatMap((start) => talks.map((talk) => ({ ...talk, start: instantOf(start) })));
}

describe('proposals in any small world', () => {
  it('exist exactly at the starts at which some talk breaks no rule, and cost what the cheapest of them costs', () => {
    fc.assert(
      fc.property(aWorld, (snapshot) => {
        const schedule = scheduleOf(snapshot);
        const cheapest = new Map<string, number>();
        for (const candidate of everyCandidate(snapshot)) {
          if (checkTalk(candidate, schedule).length > 0) continue;
          const total = totalOf(marginalCost(placed(candidate, schedule), schedule));
          cheapest.set(candidate.start, Math.min(total, cheapest.get(candidate.start) ?? Infinity));
        }

        const answer = proposeTalks({ newcomer: 'N1', limit: 10_000 }, schedule);

        const found = answer.kind === 'proposed' ? answer.proposals : [];
        const totals = found.map(({ candidate, total }) => [candidate.start, total] as const);
        expect(new Map(totals)).toEqual(cheapest);
      }),
      { numRuns: 6 },
    );
  });

  it('break no rule, are sorted by cost, and otherwise the obstacles are named', () => {
    fc.assert(
      fc.property(aWorld, (snapshot) => {
        const schedule = scheduleOf(snapshot);

        const answer = proposeTalks({ newcomer: 'N1', limit: 10 }, schedule);

        if (answer.kind === 'impossible') {
          expect(answer.obstacles.length).toBeGreaterThan(0);
          return;
        }
        const totals = answer.proposals.map(({ total }) => total);
        expect(totals).toEqual([...totals].sort((a, b) => a - b));
        for (const { candidate, reasons } of answer.proposals) {
          expect(checkTalk(candidate, schedule)).toEqual([]);
          expect(reasons.length).toBeLessThanOrEqual(3);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('do not depend on the order in which people and places are listed', () => {
    fc.assert(
      fc.property(aWorld, fc.integer({ min: 1, max: 9 }), (snapshot, seed) => {
        const turned = <T>(list: readonly T[]): readonly T[] => [
          ...list.slice(seed % (list.length || 1)),
          ...list.slice(0, seed % (list.length || 1)),
        ];
        const shuffled: Snapshot = {
          ...snapshot,
          sites: turned(snapshot.sites),
          rooms: turned(snapshot.rooms),
          caseworkers: [...snapshot.caseworkers].reverse(),
          interpreters: turned(snapshot.interpreters),
          newcomers: [...snapshot.newcomers].reverse(),
        };

        const request = { newcomer: 'N1', limit: 20 };
        expect(proposeTalks(request, scheduleOf(shuffled))).toEqual(
          proposeTalks(request, scheduleOf(snapshot)),
        );
      }),
      { numRuns: 20 },
    );
  });
});

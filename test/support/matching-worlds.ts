import { randomFrom, pickBelow } from '../../src/scheduling/matching/random.js';
import type {
  Candidate,
  Caseworker,
  Interpreter,
  KnownLanguage,
  Newcomer,
  Room,
  Snapshot,
} from '../../src/scheduling/model.js';
import {
  aCaseworker,
  anInterpreter,
  aNewcomer,
  aRoom,
  aSite,
  aSnapshot,
  aTalkType,
} from './scheduling-builders.js';

const LANGUAGES = ['ti', 'ar', 'ta', 'uk', 'so'];

/** The draws of one seed, named by what they decide. */
interface Dice {
  readonly chance: (p: number) => boolean;
  readonly pick: <T>(list: readonly T[]) => T;
  readonly below: (count: number) => number;
}

function diceFrom(seed: number): Dice {
  const random = randomFrom(seed);
  return {
    chance: (p) => random() < p,
    pick: (list) => list[pickBelow(list.length, random)]!,
    below: (count) => pickBelow(count, random),
  };
}

/**
 * Two weeks around the end of summer time with every kind of need and limit in them, different for each seed. The
 * office is too small for everybody, so that limits matter.
 */
export function aRandomSnapshot(seed: number, newcomers = 14): Snapshot {
  const dice = diceFrom(seed);
  return aSnapshot({
    id: `world-${seed}`,
    horizon: { from: '2026-10-19', to: '2026-10-30' },
    talkTypes: [aTalkType({ minInterpreterLevel: 2 }), aTalkType({ id: 'T70', minutes: 70, buffer: 10 })],
    sites: [aSite({ closed: ['2026-10-22'] }), aSite({ id: 'S2' })],
    rooms: ['R1', 'R2', 'R3'].map((id, index) => roomOf(dice, id, index < 2 ? 'S1' : 'S2')),
    caseworkers: ['C1', 'C2'].map((id) => caseworkerOf(dice, id)),
    interpreters: [1, 2, 3, 4, 5].map((index) => interpreterOf(dice, `I${index}`)),
    newcomers: Array.from({ length: newcomers }, (_, index) => newcomerOf(dice, `N${index + 10}`)),
  });
}

function roomOf(dice: Dice, id: string, site: string): Room {
  const blocked = dice.chance(0.3) ? [{ from: '2026-10-26T07:00Z', to: '2026-10-26T11:30Z' }] : [];
  return aRoom({
    id,
    site,
    blocked,
    accessible: dice.chance(0.5),
    seats: 2 + dice.below(4),
    video: dice.chance(0.5),
  });
}

function caseworkerOf(dice: Dice, id: string): Caseworker {
  const weekly = [1, 2, 3, 4, 5].flatMap((day) => {
    const site = dice.pick(['S1', 'S2']);
    return dice.chance(0.7)
      ? [
          { day, site, from: '08:10', to: '12:00' },
          { day, site: dice.pick([site, 'S1']), from: dice.pick(['12:00', '13:00']), to: '15:30' },
        ]
      : [];
  });
  return aCaseworker({
    id,
    weekly,
    languages: dice.chance(0.4) ? ['de', dice.pick(LANGUAGES)] : ['de'],
    absent: dice.chance(0.3) ? [{ from: '2026-10-27T00:00Z', to: '2026-10-28T10:20Z' }] : [],
    maxPerDay: 2 + dice.below(3),
    video: dice.chance(0.7),
  });
}

function interpreterOf(dice: Dice, id: string): Interpreter {
  const known = [...new Set([dice.pick(LANGUAGES), dice.pick(LANGUAGES)])];
  const languages = known.map((lang): KnownLanguage => ({ lang, level: 1 + dice.below(3) }));
  const days = [1, 2, 3, 4, 5].filter(() => dice.chance(0.6));
  return anInterpreter({
    id,
    languages,
    gender: dice.pick(['f', 'm'] as const),
    weekly: days.map((day) => ({
      day,
      from: dice.pick(['08:00', '09:20']),
      to: dice.pick(['12:00', '16:00']),
    })),
    extra: dice.chance(0.3) ? [{ from: '2026-10-21T06:00Z', to: '2026-10-21T14:00Z' }] : [],
    absent: dice.chance(0.3) ? [{ from: '2026-10-26T09:00Z', to: '2026-10-26T10:05Z' }] : [],
    onsite: { hourly: 8250, minMinutes: 60, stepMinutes: dice.pick([15, 30]) },
    travel: dice.chance(0.5) ? { S1: 2500, S2: 7400 } : { S1: 3800 },
    video: dice.chance(0.6) ? { hourly: 7750, minMinutes: 30, stepMinutes: 15 } : null,
    transfer: 60,
    maxPerDay: 1 + dice.below(4),
    maxPerWeek: 3 + dice.below(4),
    target: 3,
    tolerance: dice.below(2),
    ...(dice.chance(0.3) ? { remoteMode: 'phone' as const } : {}),
    ...(dice.chance(0.3) ? { secrecyFrom: '2026-10-01', secrecyUntil: '2026-10-27' } : {}),
  });
}

function newcomerOf(dice: Dice, id: string): Newcomer {
  const first = dice.pick(LANGUAGES);
  const second = dice.chance(0.3) ? [{ lang: dice.pick(['de', ...LANGUAGES]), level: 2 }] : [];
  return aNewcomer({
    id,
    languages: [{ lang: first, level: 3 }, ...second.filter((known) => known.lang !== first)],
    talkType: dice.pick(['T45', 'T70']),
    earliest: dice.pick(['2026-10-01', '2026-10-23']),
    due: dice.pick(['2026-10-05', '2026-10-21', '2026-11-30']),
    notice: dice.pick([10, 20, 24]),
    urgency: 1 + dice.below(3),
    persons: 1 + dice.below(4),
    wheelchair: dice.chance(0.2),
    gender: dice.pick(['f', null, null]),
    genderHard: dice.chance(0.5),
    modes: dice.pick([['onsite'], ['onsite', 'video'], ['video']] as const),
    remoteInterpreter: dice.chance(0.5),
    sites: dice.pick([['S1'], ['S2'], ['S1', 'S2']]),
    unavailable: dice.chance(0.3) ? [{ from: '2026-10-26T08:10Z', to: '2026-10-26T10:00Z' }] : [],
    conflicts: dice.chance(0.2) ? ['I1'] : [],
  });
}

/** The same office some days later: some talks pinned, the others announced, an interpreter gone. */
export function aReplanning(snapshot: Snapshot, talks: readonly Candidate[], seed: number): Snapshot {
  const dice = diceFrom(seed);
  const gone = { from: '2026-10-20T00:00Z', to: '2026-10-27T00:00Z' };
  const isLost = (talk: Candidate): boolean =>
    talk.interpreter === 'I2' && talk.start >= gone.from && talk.start < gone.to;
  return {
    ...snapshot,
    id: `${snapshot.id}-again`,
    now: '2026-10-08T08:00Z',
    interpreters: snapshot.interpreters.map((person) =>
      person.id === 'I2' ? { ...person, absent: [...person.absent, gone] } : person,
    ),
    appointments: talks.map((talk) => ({
      ...talk,
      pinned: !isLost(talk) && dice.chance(0.4),
      weight: 1 + dice.below(3),
    })),
  };
}

/** Two mornings and three newcomers: small enough to try every plan. */
export function aTinySnapshot(seed: number): Snapshot {
  const dice = diceFrom(seed);
  const mornings = ['S1', 'S1'].map((site, index) => ({ day: index + 1, site, from: '08:00', to: '10:00' }));
  return aSnapshot({
    id: `tiny-${seed}`,
    slotMinutes: 30,
    horizon: { from: '2026-10-19', to: '2026-10-20' },
    talkTypes: [aTalkType(), aTalkType({ id: 'T60', minutes: 60 })],
    rooms: [
      aRoom({ seats: 2 + dice.below(3) }),
      ...(dice.chance(0.4) ? [aRoom({ id: 'R2', accessible: false })] : []),
    ],
    caseworkers: [
      aCaseworker({
        weekly: mornings,
        maxPerDay: 2 + dice.below(2),
        languages: dice.pick([['de'], ['de', 'ti']]),
      }),
      ...(dice.chance(0.5) ? [aCaseworker({ id: 'C2', weekly: mornings.slice(dice.below(2)) })] : []),
    ],
    interpreters: ['I1', 'I2'].map((id) => ({
      ...interpreterOf(dice, id),
      languages: [{ lang: dice.pick(['ti', 'ar']), level: 2 }],
      weekly: mornings.map(({ day }) => ({ day, from: dice.pick(['08:00', '08:00', '08:30']), to: '10:00' })),
      travel: { S1: dice.pick([1000, 3800, 11000]) },
      video: dice.chance(0.3) ? { hourly: 7750, minMinutes: 30, stepMinutes: 15 } : null,
      transfer: 30,
      target: dice.below(3),
      tolerance: 0,
    })),
    newcomers: ['N1', 'N2', 'N3'].map((id) => ({
      ...newcomerOf(dice, id),
      languages: [{ lang: dice.pick(['ti', 'ti', 'ar']), level: 3 }],
      talkType: dice.pick(['T45', 'T60']),
      earliest: dice.pick(['2026-10-01', '2026-10-20']),
      due: dice.pick(['2026-10-05', '2026-11-30']),
      notice: 10,
      modes: dice.pick([['onsite'], ['onsite'], ['onsite', 'video']] as const),
      sites: ['S1'],
      unavailable: [],
      conflicts: [],
    })),
  });
}

/** A tiny office in which one talk is pinned and one announced. */
export function aTinyReplanning(snapshot: Snapshot, talks: readonly Candidate[]): Snapshot {
  const appointments = talks.slice(0, 2).map((talk, index) => ({ ...talk, pinned: index === 0, weight: 1 }));
  return { ...snapshot, id: `${snapshot.id}-again`, appointments };
}

/** Three offices whose interpreters work for all of them, from afar or by travelling. */
export function someOffices(seed: number, newcomersEach = 6): Snapshot {
  const dice = diceFrom(seed);
  const offices = ['A', 'B', 'C'].map((office) =>
    asOffice(office, aRandomSnapshot(seed * 3 + dice.below(1000), newcomersEach)),
  );
  const sites = offices.flatMap((office) => office.sites);
  const [first] = offices;
  const interpreters = first!.interpreters.map((interpreter) => ({
    ...interpreter,
    travel: Object.fromEntries(sites.filter(() => dice.chance(0.5)).map(({ id }) => [id, 3800])),
    maxPerWeek: 4 + dice.below(4),
  }));
  return {
    ...first!,
    id: `offices-${seed}`,
    sites,
    interpreters,
    rooms: offices.flatMap(({ rooms }) => rooms),
    caseworkers: offices.flatMap(({ caseworkers }) => caseworkers),
    newcomers: offices.flatMap(({ newcomers }) => newcomers),
  };
}

/** The same office under another name. */
function asOffice(office: string, snapshot: Snapshot): Snapshot {
  const named = (id: string): string => `${office}-${id}`;
  return {
    ...snapshot,
    sites: snapshot.sites.map((site) => ({ ...site, id: named(site.id), office })),
    rooms: snapshot.rooms.map((room) => ({ ...room, id: named(room.id), site: named(room.site) })),
    caseworkers: snapshot.caseworkers.map((person) => ({
      ...person,
      id: named(person.id),
      office,
      weekly: person.weekly.map((range) => ({ ...range, site: named(range.site) })),
    })),
    newcomers: snapshot.newcomers.map((newcomer) => ({
      ...newcomer,
      id: named(newcomer.id),
      office,
      sites: newcomer.sites.map(named),
    })),
  };
}

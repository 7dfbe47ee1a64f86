import type { Weights } from '../../model.js';
import type { AvailableInterpreter, InvitedNewcomer } from '../../schedule/resources.js';
import { at } from '../at.js';
import type { People } from './people.js';
import type { Venues } from './venues.js';

/** Where an interpreter works who is not on site. */
export const REMOTE_PLACE = -1;

/** One way to hold the talk of one newcomer, at any time: where, with whom, in which language. */
export interface Route {
  readonly venue: number;
  /** -1: the caseworker speaks the language. */
  readonly interpreter: number;
  /** Site of the interpreter, or `REMOTE_PLACE`. */
  readonly place: number;
  readonly lang: string;
  /** Rappen for language and gender. */
  readonly cost: number;
  /** Rooms that fit, the plainest first; empty for a video talk. */
  readonly rooms: readonly number[];
  /** By caseworker: 1 when they can lead the talk; null when all of the office can. */
  readonly leaders: Int32Array | null;
}

export interface RouteFinder {
  readonly people: People;
  readonly venues: Venues;
  readonly weights: Weights;
  readonly interpretersByLanguage: ReadonlyMap<string, readonly number[]>;
  /** By office and language: 1 for each caseworker who speaks it. */
  readonly speakers: ReadonlyMap<string, Int32Array>;
  readonly roomsFor: (newcomer: InvitedNewcomer, site: number, video: boolean) => readonly number[];
}

/** Reads once what all newcomers share. */
export function routeFinder(people: People, venues: Venues, weights: Weights): RouteFinder {
  const byLanguage = new Map<string, number[]>();
  people.interpreters.forEach((interpreter, index) => {
    for (const lang of new Set(interpreter.languages.map((known) => known.lang)))
      byLanguage.set(lang, [...(byLanguage.get(lang) ?? []), index]);
  });
  return {
    people,
    venues,
    weights,
    interpretersByLanguage: byLanguage,
    speakers: speakersOf(people),
    roomsFor: roomFinder(people),
  };
}

/** Every way to hold the talk of a newcomer that no rule forbids at all times, the cheapest first. */
export function routesOf(index: number, finder: RouteFinder): readonly Route[] {
  const newcomer = at(finder.people.newcomers, index);
  const venues = at(finder.venues.of, index);
  const choices = interpretersFor(newcomer, finder);
  const found = venues.flatMap((venue) => [
    ...directRoutes(newcomer, venue, finder),
    ...choices.flatMap((choice) => interpretedRoutes(choice, venue, { newcomer, finder })),
  ]);
  return found.sort((a, b) => a.cost - b.cost || a.venue - b.venue || a.interpreter - b.interpreter);
}

function directRoutes(newcomer: InvitedNewcomer, venue: number, finder: RouteFinder): readonly Route[] {
  const { site } = at(finder.venues.list, venue);
  const rooms = site < 0 ? [] : finder.roomsFor(newcomer, site, false);
  if (site >= 0 && rooms.length === 0) return [];
  return languagesOf(newcomer).flatMap((lang) => {
    const leaders = finder.speakers.get(`${newcomer.office} ${lang}`);
    const cost = languageCost(newcomer, lang, finder.weights);
    return leaders ? [{ venue, interpreter: -1, place: REMOTE_PLACE, lang, cost, rooms, leaders }] : [];
  });
}

function speakersOf(people: People): ReadonlyMap<string, Int32Array> {
  const speakers = new Map<string, Int32Array>();
  people.caseworkers.forEach(({ office, languages }, index) => {
    for (const lang of languages) {
      const of = speakers.get(`${office} ${lang}`) ?? new Int32Array(people.caseworkers.length);
      of[index] = 1;
      speakers.set(`${office} ${lang}`, of);
    }
  });
  return speakers;
}

interface InterpreterChoice {
  readonly interpreter: number;
  readonly lang: string;
  readonly cost: number;
}

/** Each interpreter who may take part, in the language that costs least with them. */
function interpretersFor(newcomer: InvitedNewcomer, finder: RouteFinder): readonly InterpreterChoice[] {
  const best = new Map<number, InterpreterChoice>();
  for (const lang of languagesOf(newcomer))
    for (const interpreter of finder.interpretersByLanguage.get(lang) ?? []) {
      const cost = interpretingCost(newcomer, lang, { interpreter, finder });
      const known = best.get(interpreter);
      if (cost !== undefined && (!known || cost < known.cost))
        best.set(interpreter, { interpreter, lang, cost });
    }
  return [...best.values()];
}

/** Rappen for language and gender; undefined when a rule keeps the interpreter out of the talk. */
function interpretingCost(
  newcomer: InvitedNewcomer,
  lang: string,
  { interpreter, finder }: { interpreter: number; finder: RouteFinder },
): number | undefined {
  const person = at(finder.people.interpreters, interpreter);
  const type = finder.people.types[finder.people.indexOf.type.get(newcomer.talkType) ?? -1];
  const level = levelOf(person, lang);
  const isOther = newcomer.gender !== null && newcomer.gender !== person.gender;
  const isKeptOut = newcomer.conflicts.includes(person.id) || (isOther && newcomer.genderHard);
  if (!type || level < type.minInterpreterLevel || isKeptOut) return undefined;
  const { interpreterLevel, gender } = finder.weights;
  return (
    languageCost(newcomer, lang, finder.weights) + interpreterLevel * (3 - level) + (isOther ? gender : 0)
  );
}

function interpretedRoutes(
  choice: InterpreterChoice,
  venue: number,
  { newcomer, finder }: { newcomer: InvitedNewcomer; finder: RouteFinder },
): readonly Route[] {
  const { site } = at(finder.venues.list, venue);
  const person = at(finder.people.interpreters, choice.interpreter);
  const remote = { ...choice, venue, place: REMOTE_PLACE, leaders: null };
  if (site < 0) return person.video ? [{ ...remote, rooms: [] }] : [];
  const comes = person.onsite !== null && person.travel[at(finder.people.sites, site)] !== undefined;
  const routes: Route[] = [];
  if (!comes && !(person.video && newcomer.remoteInterpreter)) return routes;
  if (comes) routes.push({ ...remote, place: site, rooms: finder.roomsFor(newcomer, site, false) });
  if (person.video && newcomer.remoteInterpreter)
    routes.push({ ...remote, rooms: finder.roomsFor(newcomer, site, needsScreen(person)) });
  return routes.filter((route) => route.rooms.length > 0);
}

function levelOf({ languages }: AvailableInterpreter, lang: string): number {
  return languages.find((known) => known.lang === lang)?.level ?? 0;
}

function needsScreen(interpreter: AvailableInterpreter): boolean {
  return interpreter.remoteMode !== 'phone';
}

function languagesOf(newcomer: InvitedNewcomer): readonly string[] {
  return [...new Set(newcomer.languages.map((known) => known.lang))];
}

function languageCost(newcomer: InvitedNewcomer, lang: string, weights: Weights): number {
  const rank = newcomer.languages.findIndex((known) => known.lang === lang);
  const level = newcomer.languages[rank]?.level ?? 3;
  return weights.langRank * rank + weights.langLevel * (3 - level);
}

/** Rooms by site and need, remembered: plain ones come first so that the others stay free for those who need them. */
function roomFinder(people: People): RouteFinder['roomsFor'] {
  const known = new Map<string, readonly number[]>();
  const plainFirst = people.rooms.map((room, index) => ({ room, index, extras: extrasOf(room) }));
  plainFirst.sort((a, b) => a.extras - b.extras || a.index - b.index);
  return ({ persons, wheelchair }, site, video) => {
    const key = `${site} ${persons} ${wheelchair} ${video}`;
    const id = at(people.sites, site);
    const fits = ({ room }: (typeof plainFirst)[number]): boolean =>
      room.site === id && room.seats >= persons && (room.accessible || !wheelchair) && (room.video || !video);
    const rooms = known.get(key) ?? plainFirst.filter(fits).map(({ index }) => index);
    known.set(key, rooms);
    return rooms;
  };
}

function extrasOf(room: {
  readonly seats: number;
  readonly accessible: boolean;
  readonly video: boolean;
}): number {
  return room.seats + (room.accessible ? 10 : 0) + (room.video ? 10 : 0);
}

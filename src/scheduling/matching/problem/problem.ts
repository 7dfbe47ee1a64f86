import type { Schedule } from '../../schedule/schedule.js';
import { at, num } from '../at.js';
import type { Published } from './published.js';
import { freeStartsOf, type FreeStarts } from './free-starts.js';
import { gridOf, type Grid } from './grid.js';
import { newcomerStartsOf } from './newcomer-starts.js';
import { peopleOf, type People } from './people.js';
import { inviteeOf } from './invitee.js';
import { routeDays } from './route-days.js';
import { routeFinder, type Route } from './routes.js';
import type { StartMasks } from './start-mask.js';
import { tariffsOf, type Tariffs } from './tariffs.js';
import { venuesOf, type Venues } from './venues.js';

/** What a search needs to know of one newcomer. Days count from the beginning of the horizon. */
export interface Invitee {
  readonly type: number;
  readonly minutes: number;
  readonly buffer: number;
  readonly urgency: number;
  /** Rappen for having no talk, an announced talk that is dropped included. */
  readonly unplanned: number;
  readonly routes: readonly Route[];
  /** By route: the days on which people and hours allow a start as long as nobody has a talk. */
  readonly daysOf: readonly Int32Array[];
  /** `daysOf` as sets of days, by route × `Grid.dayWords`. */
  readonly daySets: Int32Array;
  /** `Route.interpreter` and `Route.venue` by route: the search reads little else of most routes. */
  readonly interpreterOf: Int32Array;
  readonly venueOf: Int32Array;
  /** Rappen for language, gender and changes of what was announced, by route. */
  readonly routeCost: Int32Array;
  /** Rappen for a talk that is a visit of its own, by route; 0 without interpreter. */
  readonly alone: Int32Array;
  readonly published: Published | null;
  /** Rappen for waiting, lateness and, when announced, another day, by day. */
  readonly dayCost: Int32Array;
  /** First language and office: those who share it are likely to share interpreters. */
  readonly kin: number;
}

/** One instance in numbers. Never changed while a plan is searched. */
export interface Problem {
  readonly schedule: Schedule;
  readonly grid: Grid;
  readonly people: People;
  readonly venues: Venues;
  readonly tariffs: Tariffs;
  readonly free: FreeStarts;
  readonly newcomerStarts: StartMasks;
  readonly invitees: readonly Invitee[];
  /** Posts (see `FreeStarts`) with hours on a day, by venue × days + day. */
  readonly postsOn: readonly (readonly number[])[];
  /** Posts of a caseworker with hours on a day, by caseworker × days + day. */
  readonly postsOf: readonly (readonly number[])[];
  /** By caseworker: those of the same office, themselves included. */
  readonly colleagues: readonly (readonly number[])[];
  /** Newcomers by `Invitee.kin`. */
  readonly kin: readonly (readonly number[])[];
}

/** Turns a schedule into numbers. */
export function problemOf(schedule: Schedule): Problem {
  const grid = gridOf(schedule);
  const people = peopleOf(schedule);
  const venues = venuesOf(people);
  const reader = { schedule, grid, people };
  const free = freeStartsOf(reader, venues);
  const kin = kinOf(people);
  const raw = {
    schedule,
    grid,
    people,
    venues,
    tariffs: tariffsOf(people),
    free,
    newcomerStarts: newcomerStartsOf(reader),
    invitees: [],
    postsOn: postsOn(free, venues, reader),
    postsOf: postsOf(free, reader),
    colleagues: colleaguesOf(people),
    kin: kin.members,
  };
  const finder = routeFinder(people, venues, schedule.snapshot.weights);
  const days = routeDays(raw);
  const invitees = people.newcomers.map((_, index) =>
    inviteeOf(index, { problem: raw, kin: num(kin.of, index), finder, days }),
  );
  return { ...raw, invitees };
}

interface PostReader {
  readonly grid: Grid;
  readonly people: People;
}

function hasHours(
  free: FreeStarts,
  post: number,
  { day, grid, people }: PostReader & { day: number },
): boolean {
  const size = people.types.length * grid.words;
  const from = (post * grid.days + day) * size;
  return free.post.subarray(from, from + size).some((word) => word !== 0);
}

function postsOn(
  free: FreeStarts,
  venues: Venues,
  { grid, people }: PostReader,
): readonly (readonly number[])[] {
  const lists: number[][] = Array.from({ length: venues.list.length * grid.days }, () => []);
  free.posts.forEach((post, index) => {
    for (let day = 0; day < grid.days; day++)
      if (hasHours(free, index, { day, grid, people })) at(lists, post.venue * grid.days + day).push(index);
  });
  return lists;
}

function postsOf(free: FreeStarts, { grid, people }: PostReader): readonly (readonly number[])[] {
  const lists: number[][] = Array.from({ length: people.caseworkers.length * grid.days }, () => []);
  free.posts.forEach((post, index) => {
    for (let day = 0; day < grid.days; day++)
      if (hasHours(free, index, { day, grid, people }))
        at(lists, post.caseworker * grid.days + day).push(index);
  });
  return lists;
}

function colleaguesOf({ caseworkers }: People): readonly (readonly number[])[] {
  return caseworkers.map(({ office }) =>
    caseworkers.flatMap((other, index) => (other.office === office ? [index] : [])),
  );
}

function kinOf(people: People): { of: Int32Array; members: readonly (readonly number[])[] } {
  const known = new Map<string, number>();
  const members: number[][] = [];
  const of = people.newcomers.map(({ office, languages }, index) => {
    const key = `${office} ${languages[0]?.lang ?? ''}`;
    const kin = known.get(key) ?? members.push([]) - 1;
    known.set(key, kin);
    at(members, kin).push(index);
    return kin;
  });
  return { of: Int32Array.from(of), members };
}

import { firstLegalDay } from '../../cost/talk-cost.js';
import type { InvitedNewcomer } from '../../schedule/resources.js';
import type { Schedule } from '../../schedule/schedule.js';
import { at, num } from '../at.js';
import { publishedOf, type Published } from './published.js';
import { freeStartsOf, type FreeStarts } from './free-starts.js';
import { gridOf, type Grid } from './grid.js';
import { newcomerStartsOf } from './newcomer-starts.js';
import { peopleOf, type People } from './people.js';
import { firstDayOf, routeDays, type RouteDays } from './route-days.js';
import { routeFinder, routesOf, type Route } from './routes.js';
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
  readonly daysOf: readonly Int16Array[];
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
  /** By caseworker: their posts. */
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
    postsOf: people.caseworkers.map((_, caseworker) =>
      free.posts.flatMap((post, index) => (post.caseworker === caseworker ? [index] : [])),
    ),
    colleagues: colleaguesOf(people),
    kin: kin.members,
  };
  const finder = routeFinder(people, venues, schedule.snapshot.weights);
  const days = routeDays(raw);
  const invitees = people.newcomers.map((_, index) =>
    inviteeOf(index, { problem: raw, routes: routesOf(index, finder), kin: num(kin.of, index), days }),
  );
  return { ...raw, invitees };
}

function inviteeOf(
  index: number,
  {
    problem,
    routes,
    kin,
    days,
  }: { problem: Problem; routes: readonly Route[]; kin: number; days: RouteDays },
): Invitee {
  const { schedule, people } = problem;
  const newcomer = at(people.newcomers, index);
  const type = people.indexOf.type.get(newcomer.talkType) ?? -1;
  const { minutes, buffer } = people.types[type] ?? { minutes: 0, buffer: 0 };
  const published = publishedOf(newcomer, problem);
  const from = firstDayOf(index, problem);
  const daysOf = routes.map((route) => days(route, type, from));
  return {
    type,
    minutes,
    buffer,
    urgency: newcomer.urgency,
    unplanned: schedule.snapshot.weights.unscheduled * newcomer.urgency + (published?.change.dropped ?? 0),
    routes: routes.filter((_, route) => at(daysOf, route).length > 0),
    daysOf: daysOf.filter((days) => days.length > 0),
    published,
    dayCost: dayCosts(newcomer, published, problem),
    kin,
  };
}

function dayCosts(newcomer: InvitedNewcomer, published: Published | null, problem: Problem): Int32Array {
  const { schedule, grid } = problem;
  const { weights } = schedule.snapshot;
  const first = firstLegalDay(newcomer, schedule) - schedule.firstDay;
  const lateAfter = Math.max(first, newcomer.dueDay - schedule.firstDay);
  return Int32Array.from({ length: grid.days }, (_, day) => {
    const waiting = weights.waiting * Math.max(0, day - first);
    const late = weights.late * newcomer.urgency * Math.max(0, day - lateAfter);
    return waiting + late + (published && published.day !== day ? published.change.day : 0);
  });
}

function postsOn(
  free: FreeStarts,
  venues: Venues,
  { grid, people }: { grid: Grid; people: People },
): readonly (readonly number[])[] {
  const lists: number[][] = Array.from({ length: venues.list.length * grid.days }, () => []);
  const size = people.types.length * grid.words;
  free.posts.forEach((post, index) => {
    for (let day = 0; day < grid.days; day++) {
      const from = (index * grid.days + day) * size;
      if (free.post.subarray(from, from + size).some((word) => word !== 0))
        at(lists, post.venue * grid.days + day).push(index);
    }
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

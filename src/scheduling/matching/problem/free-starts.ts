import {
  caseworkerHoursAnywhere,
  caseworkerHoursAt,
  interpreterHoursOn,
  siteHoursOn,
} from '../../schedule/opening.js';
import type { AvailableInterpreter, OpenRoom, WorkingCaseworker } from '../../schedule/resources.js';
import type { Schedule } from '../../schedule/schedule.js';
import { subtract, type Interval } from '../../time/interval.js';
import { dayOfDate } from '../../time/local-date.js';
import { at } from '../at.js';
import { startsInside, type Grid } from './grid.js';
import type { People } from './people.js';
import { allowStarts, type StartMasks } from './start-mask.js';
import type { Venues } from './venues.js';

/** A caseworker at one venue: `site` is -1 for video. */
interface Post {
  readonly caseworker: number;
  readonly venue: number;
}

/** Masks of an empty calendar, by (index × days + day) × types + type; see `maskAt`. */
export interface FreeStarts {
  readonly posts: readonly Post[];
  readonly post: StartMasks;
  readonly room: StartMasks;
  readonly interpreter: StartMasks;
}

interface Reader {
  readonly schedule: Schedule;
  readonly grid: Grid;
  readonly people: People;
}

/** The times at which each caseworker, room and interpreter could begin a talk of each type if nobody had any. */
export function freeStartsOf(reader: Reader, venues: Venues): FreeStarts {
  const posts = postsOf(reader, venues);
  return {
    posts,
    post: masksOf(reader, posts, (post, day) => postTimes(post, day, { reader, venues })),
    room: masksOf(reader, reader.people.rooms, (room, day) => roomTimes(room, day, reader.schedule)),
    interpreter: masksOf(reader, reader.people.interpreters, (interpreter, day) =>
      interpreterTimes(interpreter, day, reader.schedule),
    ),
  };
}

/** When somebody is there, and whether the buffer of a talk must fit in as well. */
interface OpenTimes {
  readonly times: readonly Interval[];
  readonly buffer: boolean;
}

type TimesOn<T> = (item: T, day: number) => OpenTimes;

function masksOf<T>(reader: Reader, items: readonly T[], timesOn: TimesOn<T>): StartMasks {
  const { grid, people, schedule } = reader;
  const size = people.types.length * grid.words;
  const masks = new Int32Array(items.length * grid.days * size);
  items.forEach((item, index) => {
    for (let day = 0; day < grid.days; day++) {
      const open = timesOn(item, schedule.firstDay + day);
      allowAllTypes(masks, (index * grid.days + day) * size, { reader, day, open });
    }
  });
  return masks;
}

function allowAllTypes(
  masks: StartMasks,
  from: number,
  { reader, day, open }: { reader: Reader; day: number; open: OpenTimes },
): void {
  const { grid, people } = reader;
  people.types.forEach((type, index) => {
    const minutes = type.minutes + (open.buffer ? type.buffer : 0);
    for (const time of open.times)
      allowStarts(masks, from + index * grid.words, startsInside(time, minutes, { grid, day }));
  });
}

function postsOf({ people }: Reader, venues: Venues): readonly Post[] {
  return venues.list.flatMap((venue, index) =>
    people.caseworkers.flatMap((caseworker, number) => {
      const isThere =
        venue.site < 0 ? caseworker.video : caseworker.hoursBySite.has(at(people.sites, venue.site));
      return isThere && caseworker.office === venue.office ? [{ caseworker: number, venue: index }] : [];
    }),
  );
}

function postTimes(
  post: Post,
  day: number,
  { reader, venues }: { reader: Reader; venues: Venues },
): OpenTimes {
  const { schedule, people } = reader;
  const caseworker: WorkingCaseworker = at(people.caseworkers, post.caseworker);
  const { site } = at(venues.list, post.venue);
  const hours =
    site < 0
      ? caseworkerHoursAnywhere(caseworker, day, schedule)
      : caseworkerHoursAt({ caseworker, site: at(people.sites, site) }, day, schedule);
  return { times: without(hours, caseworker.absences), buffer: true };
}

function roomTimes(room: OpenRoom, day: number, schedule: Schedule): OpenTimes {
  const site = schedule.sites.get(room.site);
  const hours = site ? siteHoursOn(site, day, schedule) : [];
  return { times: without(hours, room.blockedTimes), buffer: true };
}

function interpreterTimes(interpreter: AvailableInterpreter, day: number, schedule: Schedule): OpenTimes {
  if (!isSworn(interpreter, day)) return { times: [], buffer: false };
  const hours = interpreterHoursOn(interpreter, day, schedule);
  return { times: without(hours, interpreter.absences), buffer: false };
}

function without(hours: readonly Interval[], cuts: readonly Interval[]): readonly Interval[] {
  return cuts.length === 0 || hours.length === 0 ? hours : subtract(hours, cuts);
}

function isSworn({ secrecyFrom, secrecyUntil }: AvailableInterpreter, day: number): boolean {
  if (secrecyFrom === undefined) return true;
  if (secrecyFrom === null || day < dayOfDate(secrecyFrom)) return false;
  return !secrecyUntil || day <= dayOfDate(secrecyUntil);
}

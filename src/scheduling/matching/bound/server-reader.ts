import { caseworkerHoursAnywhere, caseworkerHoursAt, siteHoursOn } from '../../schedule/opening.js';
import { intersect, subtract, type Interval } from '../../time/interval.js';
import { at, num } from '../at.js';
import type { Board } from '../board/board.js';
import type { Cells } from './cells.js';
import type { Packing } from './packing.js';

/** A caseworker or a room beside the pinned talks. */
export interface Server {
  /** By cell and choice of weights: the most that can take place. */
  readonly inCell: readonly Float64Array[];
  /** By day: the most talks, however long the hours are. */
  readonly onDay: Float64Array;
  /** By cell: 1 when there is any time. */
  readonly isThere: Uint8Array;
}

/** Reads the free times of caseworkers, at one site or wherever they are, and of the rooms of a site. */
export interface ServerReader {
  readonly anywhere: (caseworker: number) => Server;
  readonly atSite: (caseworker: number, site: number) => Server;
  readonly rooms: (site: number) => readonly Server[];
}

type TimesOn = (day: number) => { readonly times: readonly Interval[]; readonly most: number };

/** Reads each caseworker and site once. */
export function serverReader(board: Board, cells: Cells, packing: Packing): ServerReader {
  const { people, schedule } = board.problem;
  const read = (timesOn: TimesOn): Server => serverOf(timesOn, cells, packing);
  const known = new Map<string, Server>();
  const once = (key: string, timesOn: TimesOn): Server => {
    const server = known.get(key) ?? read(timesOn);
    known.set(key, server);
    return server;
  };
  return {
    anywhere: (index) =>
      once(`${index}`, (day) => {
        const hours = caseworkerHoursAnywhere(
          at(people.caseworkers, index),
          schedule.firstDay + day,
          schedule,
        );
        return freeOf(board, { hours, index, day });
      }),
    atSite: (index, number) =>
      once(`${index} at ${number}`, (day) => {
        const [caseworker, site] = [at(people.caseworkers, index), at(people.sites, number)];
        const hours = caseworkerHoursAt({ caseworker, site }, schedule.firstDay + day, schedule);
        return freeOf(board, { hours, index, day });
      }),
    rooms: (number) => {
      const site = at(people.sites, number);
      return people.rooms.flatMap((room, index) =>
        room.site === site ? [read((day) => roomTimes(board, index, day))] : [],
      );
    },
  };
}

function serverOf(timesOn: TimesOn, cells: Cells, packing: Packing): Server {
  const inCell = cells.list.map(() => new Float64Array(packing.weights.length));
  const isThere = new Uint8Array(cells.list.length);
  const onDay = Float64Array.from(cells.of, (own, day) => {
    const { times, most } = timesOn(day);
    for (const cell of own)
      for (const piece of intersect(times, [at(cells.list, cell).time])) {
        isThere[cell] = 1;
        const sum = at(inCell, cell);
        packing.mostIn(piece.to - piece.from, most).forEach((weight, index) => {
          sum[index] = num(sum, index) + weight;
        });
      }
    return most;
  });
  return { inCell, onDay, isThere };
}

function freeOf(
  board: Board,
  { hours, index, day }: { hours: readonly Interval[]; index: number; day: number },
): ReturnType<TimesOn> {
  const { people, grid } = board.problem;
  const { absences, maxPerDay } = at(people.caseworkers, index);
  const talks = at(board.caseworkerTalks, index * grid.days + day);
  return {
    times: subtract(hours, [...absences, ...busyTimes(board, talks)]),
    most: Math.max(0, maxPerDay - talks.length),
  };
}

function roomTimes(board: Board, index: number, day: number): ReturnType<TimesOn> {
  const { schedule, people, grid } = board.problem;
  const room = at(people.rooms, index);
  const open = schedule.sites.get(room.site);
  const hours = open ? siteHoursOn(open, schedule.firstDay + day, schedule) : [];
  const busy = busyTimes(board, at(board.roomTalks, index * grid.days + day));
  return { times: subtract(hours, [...room.blockedTimes, ...busy]), most: Infinity };
}

function busyTimes(board: Board, talks: readonly number[]): readonly Interval[] {
  return talks.map((talk) => ({ from: num(board.start, talk), to: num(board.bufferEnd, talk) }));
}

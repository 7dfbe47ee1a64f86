import { caseworkerHoursAnywhere, caseworkerHoursAt, siteHoursOn } from '../../schedule/opening.js';
import { intersect, subtract, type Interval } from '../../time/interval.js';
import { at, num } from '../at.js';
import type { Board } from '../board/board.js';
import type { Cells } from './cells.js';
import { packingOf, type Packing } from './packing.js';

/** Caseworkers or rooms that share talks: those of a site, or the caseworkers of an office wherever they are. */
interface CapacityGroup {
  /** By cell and choice of weights: the most that can take place. */
  readonly most: readonly Float64Array[];
  /** By cell: how many of them have any time. */
  readonly servers: Int32Array;
}

export interface Capacity {
  readonly packing: Packing;
  readonly groups: readonly CapacityGroup[];
  /** Numbers of the groups that a talk at a venue needs. */
  readonly groupsOf: readonly (readonly number[])[];
}

type TimesOn = (day: number) => readonly { readonly times: readonly Interval[]; readonly most: number }[];

/** What caseworkers and rooms can hold in each cell beside the pinned talks on the board. */
export function capacityOf(board: Board, cells: Cells): Capacity {
  const { problem } = board;
  const packing = packingOf(problem.people.types, problem.grid.slotMinutes);
  const groups: CapacityGroup[] = [];
  const known = new Map<string, number>();
  const group = (key: string, timesOn: TimesOn): number => {
    const index = known.get(key) ?? groups.push(groupOf(timesOn, cells, packing)) - 1;
    known.set(key, index);
    return index;
  };
  const groupsOf = problem.venues.list.map(({ office, site }) => {
    const wholeOffice = group(`office ${office}`, (day) => officeTimes(board, office, day));
    if (site < 0) return [wholeOffice];
    const id = at(problem.people.sites, site);
    const staff = group(`staff ${id}`, (day) => staffTimes(board, id, day));
    return [wholeOffice, staff, group(`rooms ${id}`, (day) => roomTimes(board, id, day))];
  });
  return { packing, groups, groupsOf };
}

function groupOf(timesOn: TimesOn, cells: Cells, packing: Packing): CapacityGroup {
  const servers = new Int32Array(cells.list.length);
  const most = cells.list.map(({ day, time }, cell) => {
    const sum = new Float64Array(packing.weights.length);
    for (const person of timesOn(day)) {
      const pieces = intersect(person.times, [time]);
      if (pieces.length > 0) servers[cell] = num(servers, cell) + 1;
      for (const piece of pieces)
        packing.mostIn(piece.to - piece.from, person.most).forEach((weight, index) => {
          sum[index] = num(sum, index) + weight;
        });
    }
    return sum;
  });
  return { most, servers };
}

function officeTimes(board: Board, office: string, day: number): ReturnType<TimesOn> {
  const { schedule, people } = board.problem;
  return people.caseworkers.flatMap((caseworker, index) => {
    if (caseworker.office !== office) return [];
    const hours = caseworkerHoursAnywhere(caseworker, schedule.firstDay + day, schedule);
    return [freeOf(board, { hours, index, day })];
  });
}

function staffTimes(board: Board, site: string, day: number): ReturnType<TimesOn> {
  const { schedule, people } = board.problem;
  return people.caseworkers.map((caseworker, index) => {
    const hours = caseworkerHoursAt({ caseworker, site }, schedule.firstDay + day, schedule);
    return freeOf(board, { hours, index, day });
  });
}

function freeOf(
  board: Board,
  { hours, index, day }: { hours: readonly Interval[]; index: number; day: number },
): ReturnType<TimesOn>[number] {
  const { people, grid } = board.problem;
  const { absences, maxPerDay } = at(people.caseworkers, index);
  const talks = at(board.caseworkerTalks, index * grid.days + day);
  return {
    times: subtract(hours, [...absences, ...busyTimes(board, talks)]),
    most: Math.max(0, maxPerDay - talks.length),
  };
}

function roomTimes(board: Board, site: string, day: number): ReturnType<TimesOn> {
  const { schedule, people, grid } = board.problem;
  const open = schedule.sites.get(site);
  const hours = open ? siteHoursOn(open, schedule.firstDay + day, schedule) : [];
  return people.rooms.flatMap((room, index) => {
    if (room.site !== site) return [];
    const busy = busyTimes(board, at(board.roomTalks, index * grid.days + day));
    return [{ times: subtract(hours, [...room.blockedTimes, ...busy]), most: Infinity }];
  });
}

function busyTimes(board: Board, talks: readonly number[]): readonly Interval[] {
  return talks.map((talk) => ({ from: num(board.start, talk), to: num(board.bufferEnd, talk) }));
}

import { at, num } from '../at.js';
import { interpreterHoursOn } from '../../schedule/opening.js';
import { intersect } from '../../time/interval.js';
import type { Board } from '../board/board.js';
import { placeMoney } from '../board/day-money.js';
import { canTakeTalk, openStarts } from '../board/open-starts.js';
import { routeChange } from '../problem/published.js';
import { REMOTE_PLACE, type Route } from '../problem/routes.js';
import type { StartMasks } from '../problem/start-mask.js';
import type { Capacity } from './capacity.js';
import type { Cells } from './cells.js';

/** One newcomer in one pool in one cell, at any time of it. */
export interface Item {
  readonly newcomer: number;
  readonly type: number;
  readonly pool: number;
  /** Index of the newcomer's route. */
  readonly route: number;
  readonly cell: number;
  /** Rappen of the talk itself, the least there can be. */
  readonly cost: number;
  /** In the relaxation with times: minutes since 1970. */
  readonly start?: number;
}

/** All talks that could be in one visit: one interpreter at one place in one cell (or, beside pinned talks, a day). */
export interface Bin {
  /** -1: talks without an interpreter, each by itself. */
  readonly interpreter: number;
  readonly place: number;
  readonly day: number;
  /** -1: the whole day. */
  readonly cell: number;
  readonly items: Item[];
  /** Most talks, and the longest visit in minutes. */
  readonly most: number;
  readonly longest: number;
  /** Minutes of pinned talks at this place, and Rappen that they cost already. */
  readonly pinnedMinutes: number;
  readonly pinnedMoney: number;
  /** Minutes between two talks at least: a buffer when one person leads, or one room holds, all of them. */
  readonly wait: number;
}

interface Reader {
  readonly board: Board;
  readonly cells: Cells;
  readonly capacity: Capacity;
}

/** Every talk that is possible beside the pinned ones, sorted into the visits it could be part of. */
export function binsOf(reader: Reader): readonly Bin[] {
  const { board } = reader;
  const bins = new Map<number, Bin>();
  const mask = new Int32Array(board.problem.grid.words);
  board.problem.invitees.forEach((invitee, newcomer) => {
    if (num(board.fixed, newcomer) === 1) return;
    invitee.routes.forEach((route, index) => {
      for (const day of at(invitee.daysOf, index)) {
        if (!canTakeTalk(board, route.interpreter, day)) continue;
        if (openStarts(board, { newcomer, invitee, route, day }, mask))
          addItems(bins, { reader, newcomer, route, index, day, mask });
      }
    });
  });
  return [...bins.values()];
}

interface Found {
  readonly reader: Reader;
  readonly newcomer: number;
  readonly route: Route;
  readonly index: number;
  readonly day: number;
  readonly mask: StartMasks;
}

function addItems(bins: Map<number, Bin>, found: Found): void {
  const { reader, newcomer, route, index, day, mask } = found;
  const { cells, board } = reader;
  const invitee = at(board.problem.invitees, newcomer);
  const cost = route.cost + routeChange(invitee.published, route) + num(invitee.dayCost, day);
  const pool = reader.capacity.pools.of(route);
  for (const cell of at(cells.of, day)) {
    const { from, to } = at(cells.list, cell);
    if (!hasStartIn(mask, from, to)) continue;
    const bin = binFor(bins, found, cell);
    bin.items.push({ newcomer, type: invitee.type, pool, route: index, cell, cost });
  }
}

function hasStartIn(mask: StartMasks, from: number, to: number): boolean {
  for (let slot = from; slot < to; slot++)
    if (((num(mask, slot >> 5) >>> (slot & 31)) & 1) === 1) return true;
  return false;
}

function binFor(bins: Map<number, Bin>, found: Found, cell: number): Bin {
  const { board, cells } = found.reader;
  const { route, day } = found;
  const { grid, people } = board.problem;
  const pinned = route.interpreter < 0 ? [] : at(board.interpreterTalks, route.interpreter * grid.days + day);
  const part = pinned.length > 0 ? cells.list.length + day : cell;
  const owner = route.interpreter < 0 ? people.interpreters.length + found.newcomer : route.interpreter;
  const key = (owner * (people.sites.length + 1) + route.place + 1) * (cells.list.length + grid.days) + part;
  const bin = bins.get(key) ?? newBin(found, pinned, pinned.length > 0 ? -1 : cell);
  bins.set(key, bin);
  return bin;
}

function newBin({ reader, route, day }: Found, pinned: readonly number[], cell: number): Bin {
  const { board } = reader;
  const { interpreter, place } = route;
  const person = board.problem.people.interpreters[interpreter];
  const here = pinned.filter((talk) => num(board.place, talk) === place);
  return {
    interpreter,
    place,
    day,
    cell,
    items: [],
    most: person ? person.maxPerDay - pinned.length : 1,
    longest: cell < 0 ? Infinity : longestVisit(reader, interpreter, cell),
    pinnedMinutes: here.reduce((sum, talk) => sum + num(board.end, talk) - num(board.start, talk), 0),
    pinnedMoney:
      pinned.length === 0 ? 0 : placeMoney(board, interpreter * board.problem.grid.days + day, place),
    wait: interpreter >= 0 && cell >= 0 && isSerial(reader, route, cell) ? shortestBuffer(board) : 0,
  };
}

/** Minutes from the first to the last at which the interpreter is there in a cell. */
function longestVisit({ board, cells }: Reader, interpreter: number, cell: number): number {
  const { day, time } = at(cells.list, cell);
  const person = board.problem.people.interpreters[interpreter];
  if (!person) return Infinity;
  const hours = interpreterHoursOn(person, board.problem.schedule.firstDay + day, board.problem.schedule);
  const there = intersect(hours, [time]);
  const first = there[0];
  const last = there.at(-1);
  return first && last ? last.to - first.from : 0;
}

function shortestBuffer({ problem }: Board): number {
  return Math.min(...problem.people.types.map(({ buffer }) => buffer));
}

/** True when the talks of a visit can only follow one another in one calendar. */
function isSerial({ board, capacity }: Reader, route: Route, cell: number): boolean {
  if (route.place === REMOTE_PLACE && new Set(board.problem.venues.list.map(({ office }) => office)).size > 1)
    return false;
  const groups = at(capacity.groupsOf, capacity.pools.of(route));
  const needed = route.place === REMOTE_PLACE ? groups.slice(0, 1) : groups;
  return needed.some((group) => num(at(capacity.groups, group).servers, cell) <= 1);
}

import { at } from '../../at.js';
import type { Board } from '../../board/board.js';
import { leads } from '../../board/open-starts.js';
import { maskAt } from '../../problem/mask-at.js';
import type { Route } from '../../problem/routes.js';
import { allows } from '../../problem/start-mask.js';
import type { ServerSets } from './servers.js';

interface Moment {
  readonly route: Route;
  readonly day: number;
  readonly type: number;
  readonly slot: number;
}

/** Finds the sets of caseworkers and rooms that a talk of a type can have at a slot. */
export interface ServerFinder {
  readonly leaders: (moment: Moment) => number;
  readonly rooms: (moment: Moment) => number;
}

/** Number of a room among caseworkers and rooms. */
export function roomServer({ problem }: Board, room: number): number {
  return problem.people.caseworkers.length + room;
}

/** Remembers what it has found: thousands of talks ask the same. */
export function serverFinder(board: Board, sets: ServerSets): ServerFinder {
  return {
    leaders: remembering(
      board,
      (moment) => sets.idOf(leadersAt(board, moment)),
      ({ leaders }) => leaders,
    ),
    rooms: remembering(
      board,
      (moment) => sets.idOf(roomsAt(board, moment)),
      ({ rooms }) => rooms,
    ),
  };
}

/** Routes share their lists of caseworkers and rooms, so these stand for the routes. */
function remembering(
  { problem }: Board,
  find: (moment: Moment) => number,
  listOf: (route: Route) => object | null,
): (moment: Moment) => number {
  const { grid, people } = problem;
  const all = new Map<object | null, Map<number, number>>();
  return (moment) => {
    const { route, day, type, slot } = moment;
    const known = all.get(listOf(route)) ?? new Map<number, number>();
    all.set(listOf(route), known);
    const key = ((route.venue * grid.days + day) * people.types.length + type) * grid.slots + slot;
    const set = known.get(key) ?? find(moment);
    known.set(key, set);
    return set;
  };
}

function leadersAt(board: Board, { route, day, type, slot }: Moment): readonly number[] {
  const { problem } = board;
  return at(problem.postsOn, route.venue * problem.grid.days + day)
    .filter((post) => {
      const from = maskAt(problem, post, day) + type * problem.grid.words;
      return leads(board, route, post) && allows(board.freePost, from, slot);
    })
    .map((post) => at(problem.free.posts, post).caseworker)
    .sort((a, b) => a - b);
}

function roomsAt(board: Board, { route, day, type, slot }: Moment): readonly number[] {
  const { problem } = board;
  return route.rooms
    .filter((room) => allows(board.freeRoom, maskAt(problem, room, day) + type * problem.grid.words, slot))
    .map((room) => roomServer(board, room))
    .sort((a, b) => a - b);
}

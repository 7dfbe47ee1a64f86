import { at, int } from '../at.js';
import { maskAt } from '../problem/mask-at.js';
import type { Invitee } from '../problem/problem.js';
import type { Route } from '../problem/routes.js';
import type { StartMasks } from '../problem/start-mask.js';
import type { Board } from './board.js';
import { blockInterpreter } from './calendars.js';

/** One day of one route of one newcomer, and a mask to answer in. */
export interface Opening {
  readonly newcomer: number;
  readonly invitee: Invitee;
  readonly route: Route;
  readonly day: number;
}

/**
 * Writes into `mask` the starts at which everybody is free: newcomer, interpreter, some caseworker who can lead the
 * talk and some room. True when there is one.
 */
export function openStarts(board: Board, opening: Opening, mask: StartMasks): boolean {
  const { problem } = board;
  const { newcomer, invitee, route, day } = opening;
  const { words, days } = problem.grid;
  const own = (newcomer * days + day) * words;
  const inType = invitee.type * words;
  const led = maskAt(problem, route.venue, day) + inType;
  const offered = route.interpreter < 0 ? -1 : maskAt(problem, route.interpreter, day) + inType;
  let left = 0;
  for (let word = 0; word < words; word++) {
    const wanted = int(problem.newcomerStarts, own + word) & int(board.freeVenue, led + word);
    const bits = offered < 0 ? wanted : wanted & int(problem.free.interpreter, offered + word);
    mask[word] = bits;
    left |= bits;
  }
  if (left === 0) return false;
  if (route.interpreter >= 0) {
    const cell = route.interpreter * days + day;
    if (at(board.interpreterTalks, cell).length > 0)
      blockInterpreter(mask, cell, { board, minutes: invitee.minutes, place: route.place });
  }
  return (!route.leaders || narrowToLeaders(board, opening, mask)) && narrowToRooms(board, opening, mask);
}

/** True when the limits of an interpreter (-1: nobody) leave room for one more talk on a day and in its week. */
export function canTakeTalk(board: Board, interpreter: number, day: number): boolean {
  if (interpreter < 0) return true;
  const { grid, people } = board.problem;
  const { maxPerDay, maxPerWeek } = at(people.interpreters, interpreter);
  const onDay = at(board.interpreterTalks, interpreter * grid.days + day).length;
  return (
    onDay < maxPerDay && int(board.weekLoad, interpreter * grid.weeks + int(grid.week, day)) < maxPerWeek
  );
}

/** True when this caseworker may lead talks of the route. */
export function leads(board: Board, route: Route, post: number): boolean {
  return !route.leaders || int(route.leaders, at(board.problem.free.posts, post).caseworker) === 1;
}

function narrowToLeaders(board: Board, { invitee, route, day }: Opening, mask: StartMasks): boolean {
  const { problem } = board;
  const { words, days } = problem.grid;
  const posts = at(problem.postsOn, route.venue * days + day);
  let left = 0;
  for (let word = 0; word < words; word++) {
    let led = 0;
    for (const post of posts)
      if (leads(board, route, post))
        led |= int(board.freePost, maskAt(problem, post, day) + invitee.type * words + word);
    const bits = int(mask, word) & led;
    mask[word] = bits;
    left |= bits;
  }
  return left !== 0;
}

function narrowToRooms(board: Board, { invitee, route, day }: Opening, mask: StartMasks): boolean {
  if (route.rooms.length === 0) return mask.some((word) => word !== 0);
  const { problem } = board;
  const { words } = problem.grid;
  let left = 0;
  for (let word = 0; word < words; word++) {
    let free = 0;
    for (const room of route.rooms)
      free |= int(board.freeRoom, maskAt(problem, room, day) + invitee.type * words + word);
    const bits = int(mask, word) & free;
    mask[word] = bits;
    left |= bits;
  }
  return left !== 0;
}

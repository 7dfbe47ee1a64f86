import { at, int } from '../at.js';
import type { Board } from '../board/board.js';
import { blockInterpreter } from '../board/calendars.js';
import { canTakeTalk, leads } from '../board/open-starts.js';
import { maskAt } from '../problem/mask-at.js';
import type { Invitee } from '../problem/problem.js';
import { anyStart, type StartMasks } from '../problem/start-mask.js';
import { pickBelow, type Random } from '../random.js';
import type { Ruin } from './ruin.js';

/** Chance with which it is about somebody without a talk, if there is anybody. */
const WITHOUT_TALK = 0.2;

/** Chance with which they are to take the place of somebody who could go elsewhere. */
const BY_GIVER = 0.5;

/** Of how many the one whose talk costs most by itself is taken. */
const FEW = 6;

const TRIES = 4;

/** One who could have a talk on an earlier day but for the caseworker's other talks. */
interface Wish {
  readonly newcomer: number;
  readonly invitee: Invitee;
  readonly route: number;
  readonly post: number;
  readonly day: number;
}

/** Somebody who costs much where they are, so that they find a better place if there is one. */
export function dearest(ruin: Ruin): readonly number[] {
  const newcomer = dearestOfFew(ruin);
  return newcomer < 0 ? [] : [newcomer];
}

/**
 * Somebody who costs much or has no talk, and the talks that are in the way at a time that would be better; or in the
 * way of one who could give their place to the one without a talk and go elsewhere.
 */
export function inTheWay(ruin: Ruin): readonly number[] {
  const { board, random, waiting } = ruin;
  const unlucky = random() < WITHOUT_TALK ? waiting.draw(random) : -1;
  const newcomer = unlucky < 0 ? dearestOfFew(ruin) : unlucky;
  if (newcomer < 0) return [];
  const giver = unlucky >= 0 && random() < BY_GIVER ? whoCouldGo(ruin, unlucky) : -1;
  if (giver < 0) return withThoseInTheWay(ruin, newcomer, lossOf(board, newcomer));
  return [unlucky, ...withThoseInTheWay(ruin, giver, Infinity)];
}

/** A newcomer and the movable talks in the way of one of their wishes for days that cost less than `most` Rappen. */
function withThoseInTheWay(ruin: Ruin, newcomer: number, most: number): readonly number[] {
  const { board, random } = ruin;
  for (let tries = 0; tries < TRIES; tries++) {
    const wish = anyWish(ruin, newcomer, most);
    const talks = wish && overlapped(board, wish, random);
    if (talks?.every((other) => int(board.fixed, other) === 0)) return [newcomer, ...talks];
  }
  return [];
}

/** Somebody who has a talk where a newcomer could have one, and could have it somewhere else; -1 when there is nobody. */
function whoCouldGo({ board, movable, random }: Ruin, newcomer: number): number {
  const { venues, invitees } = board.problem;
  const { venueOf } = at(invitees, newcomer);
  const venue = int(venueOf, pickBelow(venueOf.length, random));
  const from = pickBelow(movable.length, random);
  for (let i = 0; i < movable.length; i++) {
    const other = at(movable, (from + i) % movable.length);
    if (int(board.day, other) < 0 || at(venues.of, other).length < 2) continue;
    if (int(at(invitees, other).venueOf, int(board.route, other)) === venue) return other;
  }
  return -1;
}

function anyWish({ board, random }: Ruin, newcomer: number, most: number): Wish | undefined {
  const { problem } = board;
  const invitee = at(problem.invitees, newcomer);
  const index = pickBelow(invitee.routes.length, random);
  const route = at(invitee.routes, index);
  const better = at(invitee.daysOf, index).filter((day) => int(invitee.dayCost, day) < most);
  if (better.length === 0) return undefined;
  const day = int(better, pickBelow(better.length, random));
  const posts = at(problem.postsOn, route.venue * problem.grid.days + day);
  const post = posts[pickBelow(posts.length, random)];
  if (post === undefined || !leads(board, route, post)) return undefined;
  return canTakeTalk(board, route.interpreter, day)
    ? { newcomer, invitee, route: index, post, day }
    : undefined;
}

/** Talks of the caseworker, and of a room when none is free, at some start at which newcomer and interpreter are free. */
function overlapped(board: Board, wish: Wish, random: Random): readonly number[] | undefined {
  const { problem } = board;
  const { grid } = problem;
  const { newcomer, invitee, post, day } = wish;
  const mask = wishedStarts(board, wish);
  if (mask.every((word) => word === 0)) return undefined;
  const start = int(grid.base, day) + grid.slotMinutes * anyStart(mask, grid.words, random);
  const end = start + invitee.minutes + invitee.buffer;
  const isThen = (talk: number): boolean =>
    talk !== newcomer && int(board.start, talk) < end && int(board.bufferEnd, talk) > start;
  const { caseworker } = at(problem.free.posts, post);
  const led = at(board.caseworkerTalks, caseworker * grid.days + day).filter(isThen);
  const held = at(invitee.routes, wish.route).rooms.map((room) =>
    at(board.roomTalks, room * grid.days + day).filter(isThen),
  );
  return [...new Set([...led, ...ofOneRoom(held, random)])];
}

/** The talks of one of the rooms; none when a room is free. */
function ofOneRoom(held: readonly (readonly number[])[], random: Random): readonly number[] {
  const isAnyFree = held.length === 0 || held.some((talks) => talks.length === 0);
  return isAnyFree ? [] : at(held, pickBelow(held.length, random));
}

/** Starts that are allowed by the hours of everybody and by the interpreter's other talks. */
function wishedStarts(board: Board, { newcomer, invitee, route: index, post, day }: Wish): StartMasks {
  const { problem } = board;
  const { days, words } = problem.grid;
  const { interpreter, place } = at(invitee.routes, index);
  const own = (newcomer * days + day) * words;
  const led = maskAt(problem, post, day) + invitee.type * words;
  const mask = new Int32Array(words);
  for (let word = 0; word < words; word++)
    mask[word] = int(problem.newcomerStarts, own + word) & int(problem.free.post, led + word);
  if (interpreter < 0) return mask;
  const offered = maskAt(problem, interpreter, day) + invitee.type * words;
  for (let word = 0; word < words; word++)
    mask[word] = int(mask, word) & int(problem.free.interpreter, offered + word);
  blockInterpreter(mask, interpreter * days + day, { board, minutes: invitee.minutes, place });
  return mask;
}

function dearestOfFew({ board, movable, random }: Ruin): number {
  let worst = -1;
  for (let tries = 0; tries < FEW; tries++) {
    const newcomer = movable[pickBelow(movable.length, random)] ?? -1;
    if (worst < 0 || lossOf(board, newcomer) > lossOf(board, worst)) worst = newcomer;
  }
  return worst;
}

/** Rappen for waiting and lateness, or for having no talk. */
function lossOf(board: Board, newcomer: number): number {
  const day = int(board.day, newcomer);
  const { dayCost, unplanned } = at(board.problem.invitees, newcomer);
  return day < 0 ? unplanned : int(dayCost, day);
}

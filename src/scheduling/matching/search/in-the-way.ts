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

/** Somebody who costs much or has no talk, and the talks that one caseworker has at a time that would be better. */
export function inTheWay(ruin: Ruin): readonly number[] {
  const { board, random, waiting } = ruin;
  const unlucky = random() < WITHOUT_TALK ? waiting.draw(random) : -1;
  const newcomer = unlucky < 0 ? dearestOfFew(ruin) : unlucky;
  for (let tries = 0; newcomer >= 0 && tries < TRIES; tries++) {
    const wish = anyWish(ruin, newcomer);
    const talks = wish && overlapped(board, wish, random);
    if (talks?.every((other) => int(board.fixed, other) === 0)) return [newcomer, ...talks];
  }
  return [];
}

function anyWish({ board, random }: Ruin, newcomer: number): Wish | undefined {
  const { problem } = board;
  const invitee = at(problem.invitees, newcomer);
  const loss = lossOf(board, newcomer);
  const index = pickBelow(invitee.routes.length, random);
  const route = at(invitee.routes, index);
  const better = at(invitee.daysOf, index).filter((day) => int(invitee.dayCost, day) < loss);
  if (better.length === 0) return undefined;
  const day = int(better, pickBelow(better.length, random));
  const posts = at(problem.postsOn, route.venue * problem.grid.days + day);
  const post = posts[pickBelow(posts.length, random)];
  if (post === undefined || !leads(board, route, post)) return undefined;
  return canTakeTalk(board, route.interpreter, day)
    ? { newcomer, invitee, route: index, post, day }
    : undefined;
}

/** Talks of the caseworker that touch some start at which newcomer and interpreter are free. */
function overlapped(board: Board, wish: Wish, random: Random): readonly number[] | undefined {
  const { problem } = board;
  const { grid } = problem;
  const { newcomer, invitee, post, day } = wish;
  const mask = wishedStarts(board, wish);
  if (mask.every((word) => word === 0)) return undefined;
  const start = int(grid.base, day) + grid.slotMinutes * anyStart(mask, grid.words, random);
  const end = start + invitee.minutes + invitee.buffer;
  const { caseworker } = at(problem.free.posts, post);
  return at(board.caseworkerTalks, caseworker * grid.days + day).filter(
    (talk) => talk !== newcomer && int(board.start, talk) < end && int(board.bufferEnd, talk) > start,
  );
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

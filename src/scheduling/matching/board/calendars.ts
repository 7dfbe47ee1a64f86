import { at, num } from '../at.js';
import { maskAt } from '../problem/mask-at.js';
import type { Problem } from '../problem/problem.js';
import { forbidStarts, type StartMasks } from '../problem/start-mask.js';
import { joinPosts, type Board } from './board.js';

interface SlotStretch {
  from: number;
  to: number;
}

/** Takes the time of a talk out of the free starts of its caseworker and room. */
export function block(board: Board, newcomer: number): void {
  const { problem } = board;
  const day = num(board.day, newcomer);
  const caseworker = num(board.caseworker, newcomer);
  const room = num(board.room, newcomer);
  const isFull = isDayFull(board, caseworker, day);
  for (const post of at(problem.postsOf, caseworker)) {
    const from = maskAt(problem, post, day);
    if (isFull) board.freePost.fill(0, from, from + sizeOf(problem));
    else blockIn(board.freePost, from, { board, newcomer });
    rejoin(board, post, day);
  }
  if (room >= 0) blockIn(board.freeRoom, maskAt(problem, room, day), { board, newcomer });
}

/** Gives the time of a talk that has just left the lists back to its caseworker and room. */
export function unblock(board: Board, newcomer: number): void {
  const { problem } = board;
  const day = num(board.day, newcomer);
  const caseworker = num(board.caseworker, newcomer);
  const room = num(board.room, newcomer);
  for (const post of at(problem.postsOf, caseworker)) {
    const talks = at(board.caseworkerTalks, caseworker * problem.grid.days + day);
    reset(board.freePost, problem.free.post, { board, from: maskAt(problem, post, day), talks });
    if (isDayFull(board, caseworker, day))
      board.freePost.fill(0, maskAt(problem, post, day), maskAt(problem, post, day) + sizeOf(problem));
    rejoin(board, post, day);
  }
  if (room < 0) return;
  const talks = at(board.roomTalks, room * problem.grid.days + day);
  reset(board.freeRoom, problem.free.room, { board, from: maskAt(problem, room, day), talks });
}

/** Takes the starts that an interpreter's other talks of the day rule out from the mask at the beginning of `mask`. */
export function blockInterpreter(
  mask: StartMasks,
  cell: number,
  { board, minutes, place }: { board: Board; minutes: number; place: number },
): void {
  const { grid, tariffs } = board.problem;
  const interpreter = Math.floor(cell / grid.days);
  const transfer = num(tariffs.transfer, interpreter);
  const base = num(grid.base, cell - interpreter * grid.days);
  for (const talk of board.interpreterTalks[cell] ?? []) {
    const distance = num(board.place, talk) === place ? 0 : transfer;
    stretch.from = num(board.start, talk) - distance - minutes - base;
    stretch.to = num(board.end, talk) + distance - base;
    forbidBetween(mask, 0, board);
  }
}

function rejoin(board: Board, post: number, day: number): void {
  const { venue } = at(board.problem.free.posts, post);
  joinPosts(board.problem, { venue, day }, { posts: board.freePost, masks: board.freeVenue });
}

/** Minutes after the first slot, both excluded: the starts that would touch something. One object for all calls. */
const stretch: SlotStretch = { from: 0, to: 0 };

function blockIn(
  masks: StartMasks,
  from: number,
  { board, newcomer }: { board: Board; newcomer: number },
): void {
  const { grid, people } = board.problem;
  const base = num(grid.base, num(board.day, newcomer));
  let offset = from;
  for (const type of people.types) {
    stretch.from = num(board.start, newcomer) - type.minutes - type.buffer - base;
    stretch.to = num(board.bufferEnd, newcomer) - base;
    forbidBetween(masks, offset, board);
    offset += grid.words;
  }
}

function forbidBetween(masks: StartMasks, offset: number, board: Board): void {
  const { slotMinutes, slots } = board.problem.grid;
  stretch.from = Math.max(0, Math.floor(stretch.from / slotMinutes) + 1);
  stretch.to = Math.min(slots - 1, Math.ceil(stretch.to / slotMinutes) - 1);
  forbidStarts(masks, offset, stretch);
}

function reset(
  masks: StartMasks,
  empty: StartMasks,
  { board, from, talks }: { board: Board; from: number; talks: readonly number[] },
): void {
  const size = sizeOf(board.problem);
  for (let i = from; i < from + size; i++) masks[i] = num(empty, i);
  for (const newcomer of talks) blockIn(masks, from, { board, newcomer });
}

function isDayFull(board: Board, caseworker: number, day: number): boolean {
  const { people, grid } = board.problem;
  return (
    at(board.caseworkerTalks, caseworker * grid.days + day).length >=
    at(people.caseworkers, caseworker).maxPerDay
  );
}

function sizeOf({ people, grid }: Problem): number {
  return people.types.length * grid.words;
}

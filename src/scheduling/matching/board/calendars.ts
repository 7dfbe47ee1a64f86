import { at, int } from '../at.js';
import { maskAt, maskSize } from '../problem/mask-at.js';
import { allowStarts, forbidStarts, type StartMasks } from '../problem/start-mask.js';
import { joinPosts, type Board } from './board.js';

interface SlotStretch {
  from: number;
  to: number;
}

/** Takes the time of a talk out of the free starts of its caseworker and room. */
export function block(board: Board, newcomer: number): void {
  const { problem } = board;
  const day = int(board.day, newcomer);
  const caseworker = int(board.caseworker, newcomer);
  const room = int(board.room, newcomer);
  const isFull = isDayFull(board, caseworker, day);
  noteTaken(board, newcomer);
  for (const post of at(problem.postsOf, caseworker * problem.grid.days + day)) {
    const from = maskAt(problem, post, day);
    if (isFull) clear(board.freePost, from, maskSize(problem));
    else takeOut(board, board.freePost, { from, newcomer });
    joinPosts(board, at(problem.free.posts, post).venue, day);
  }
  if (room >= 0) takeOut(board, board.freeRoom, { from: maskAt(problem, room, day), newcomer });
}

/** Gives the time of a talk that has just left the lists back to its caseworker and room. */
export function unblock(board: Board, newcomer: number): void {
  const { problem } = board;
  const day = int(board.day, newcomer);
  const caseworker = int(board.caseworker, newcomer);
  const room = int(board.room, newcomer);
  const cell = caseworker * problem.grid.days + day;
  const isFull = isDayFull(board, caseworker, day);
  for (const post of at(problem.postsOf, cell)) {
    const from = maskAt(problem, post, day);
    if (isFull) clear(board.freePost, from, maskSize(problem));
    else
      reset(board, board.freePost, {
        from,
        empty: problem.free.post,
        talks: at(board.caseworkerTalks, cell),
      });
    joinPosts(board, at(problem.free.posts, post).venue, day);
  }
  if (room < 0) return;
  const talks = at(board.roomTalks, room * problem.grid.days + day);
  reset(board, board.freeRoom, { from: maskAt(problem, room, day), empty: problem.free.room, talks });
}

/** Takes the starts that an interpreter's other talks of the day rule out from the mask at the beginning of `mask`. */
export function blockInterpreter(
  mask: StartMasks,
  cell: number,
  { board, minutes, place }: { board: Board; minutes: number; place: number },
): void {
  const { grid, tariffs } = board.problem;
  const interpreter = Math.floor(cell / grid.days);
  const transfer = int(tariffs.transfer, interpreter);
  const base = int(grid.base, cell - interpreter * grid.days);
  for (const talk of at(board.interpreterTalks, cell)) {
    const distance = int(board.place, talk) === place ? 0 : transfer;
    stretch.from = int(board.start, talk) - distance - minutes - base;
    stretch.to = int(board.end, talk) + distance - base;
    toSlots(board);
    forbidStarts(mask, 0, stretch);
  }
}

/** Minutes after the first slot, both excluded, then the slots between. One object for all calls. */
const stretch: SlotStretch = { from: 0, to: 0 };

function toSlots(board: Board): void {
  const { slotMinutes, slots } = board.problem.grid;
  stretch.from = Math.max(0, Math.floor(stretch.from / slotMinutes) + 1);
  stretch.to = Math.min(slots - 1, Math.ceil(stretch.to / slotMinutes) - 1);
}

/** Remembers the starts that the talk of a newcomer rules out for whoever takes part in it. */
function noteTaken(board: Board, newcomer: number): void {
  const { grid, people } = board.problem;
  const base = int(grid.base, int(board.day, newcomer));
  const size = maskSize(board.problem);
  let offset = newcomer * size;
  clear(board.taken, offset, size);
  for (const type of people.types) {
    stretch.from = int(board.start, newcomer) - type.minutes - type.buffer - base;
    stretch.to = int(board.bufferEnd, newcomer) - base;
    toSlots(board);
    allowStarts(board.taken, offset, stretch);
    offset += grid.words;
  }
}

function takeOut(
  board: Board,
  masks: StartMasks,
  { from, newcomer }: { from: number; newcomer: number },
): void {
  const size = maskSize(board.problem);
  const taken = newcomer * size;
  for (let i = 0; i < size; i++) masks[from + i] = int(masks, from + i) & ~int(board.taken, taken + i);
}

function reset(
  board: Board,
  masks: StartMasks,
  { from, empty, talks }: { from: number; empty: StartMasks; talks: readonly number[] },
): void {
  const size = maskSize(board.problem);
  for (let i = from; i < from + size; i++) masks[i] = int(empty, i);
  for (let i = 0; i < talks.length; i++) takeOut(board, masks, { from, newcomer: at(talks, i) });
}

function clear(masks: StartMasks, from: number, size: number): void {
  for (let i = from; i < from + size; i++) masks[i] = 0;
}

function isDayFull(board: Board, caseworker: number, day: number): boolean {
  const { people, grid } = board.problem;
  return (
    at(board.caseworkerTalks, caseworker * grid.days + day).length >=
    at(people.caseworkers, caseworker).maxPerDay
  );
}

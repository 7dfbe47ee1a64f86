import { at, int } from '../at.js';
import { maskAt } from '../problem/mask-at.js';
import { allows, anyStart } from '../problem/start-mask.js';
import type { Board } from './board.js';
import type { Desk } from './desk.js';
import { leads, type Opening } from './open-starts.js';

/** A start at which an opening has someone to lead the talk and a room. */
export interface Spot extends Opening {
  readonly slot: number;
}

/** The caseworker whose calendar the talk fits most snugly; the announced one when free. */
export function chooseLeader(desk: Desk, spot: Spot): number {
  const { problem } = desk.board;
  const { invitee, route, day } = spot;
  const announced = invitee.published?.caseworker ?? -1;
  let best = -1;
  let bestScore = -1;
  for (const post of at(problem.postsOn, route.venue * problem.grid.days + day)) {
    if (!leads(desk.board, route, post) || !isFree(desk.board, post, spot)) continue;
    const { caseworker } = at(problem.free.posts, post);
    const score = caseworker === announced ? 10 : snugness(desk.board, post, spot) + desk.random();
    if (score <= bestScore) continue;
    bestScore = score;
    best = caseworker;
  }
  return best;
}

/** The announced room when free, otherwise the plainest one; -1 for a video talk. */
export function chooseRoom(board: Board, spot: Spot): number {
  const announced = spot.invitee.published?.room ?? -1;
  if (announced >= 0 && spot.route.rooms.includes(announced) && isRoomFree(board, announced, spot))
    return announced;
  for (const room of spot.route.rooms) if (isRoomFree(board, room, spot)) return room;
  return -1;
}

/** Rappen when somebody else than announced leads the talk. */
export function leaderCost(board: Board, spot: Spot): number {
  const { published } = spot.invitee;
  if (!published) return 0;
  const { problem } = board;
  for (const post of at(problem.postsOn, spot.route.venue * problem.grid.days + spot.day))
    if (at(problem.free.posts, post).caseworker === published.caseworker)
      return leads(board, spot.route, post) && isFree(board, post, spot) ? 0 : published.change.caseworker;
  return published.change.caseworker;
}

/** Rappen when the talk is on site in another room than announced. */
export function roomCost(board: Board, spot: Spot): number {
  const { published } = spot.invitee;
  if (!published || published.isVideo || spot.route.rooms.length === 0) return 0;
  const isSame = spot.route.rooms.includes(published.room) && isRoomFree(board, published.room, spot);
  return isSame ? 0 : published.change.room;
}

/** One of the open starts in `desk.mask` that leave no gap beside another talk or the end of working hours, if any. */
export function snugStart(desk: Desk, opening: Opening): number {
  const { board, mask, corners } = desk;
  const { problem } = board;
  const { words, days } = problem.grid;
  let found = 0;
  corners.fill(0);
  for (const post of at(problem.postsOn, opening.route.venue * days + opening.day)) {
    if (!leads(board, opening.route, post)) continue;
    const from = maskAt(problem, post, opening.day) + opening.invitee.type * words;
    for (let word = 0; word < words; word++)
      corners[word] =
        int(corners, word) | (cornersOf(board.freePost, from, { word, words }) & int(mask, word));
  }
  for (let word = 0; word < words; word++) found |= int(corners, word);
  return anyStart(found === 0 ? mask : corners, words, desk.random);
}

/** The starts of one word of a mask beside which the one before or behind is not free. */
function cornersOf(
  masks: Int32Array,
  from: number,
  { word, words }: { word: number; words: number },
): number {
  const bits = int(masks, from + word);
  const before = word === 0 ? 0 : int(masks, from + word - 1) >>> 31;
  const behind = word === words - 1 ? 0 : int(masks, from + word + 1) << 31;
  return bits & ~(((bits << 1) | before) & ((bits >>> 1) | behind));
}

/** How many sides of a start are not free: 0, 1 or 2. */
function snugness(board: Board, post: number, { invitee, day, slot }: Spot): number {
  const from = maskAt(board.problem, post, day) + invitee.type * board.problem.grid.words;
  const before = slot > 0 && allows(board.freePost, from, slot - 1);
  const behind = slot + 1 < board.problem.grid.slots && allows(board.freePost, from, slot + 1);
  return (before ? 0 : 1) + (behind ? 0 : 1);
}

/** True when the caseworker of a post could lead the talk then. */
export function isFree(board: Board, post: number, { invitee, day, slot }: Spot): boolean {
  const { problem } = board;
  return allows(board.freePost, maskAt(problem, post, day) + invitee.type * problem.grid.words, slot);
}

/** True when the talk could be in a room then. */
export function isRoomFree(board: Board, room: number, { invitee, day, slot }: Spot): boolean {
  const { problem } = board;
  return allows(board.freeRoom, maskAt(problem, room, day) + invitee.type * problem.grid.words, slot);
}

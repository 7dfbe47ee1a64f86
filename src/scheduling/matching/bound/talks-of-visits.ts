import type { Candidate } from '../../model.js';
import { at, num } from '../at.js';
import type { Board } from '../board/board.js';
import { isFree, isRoomFree, type Spot } from '../board/choose.js';
import { place, remove } from '../board/moves.js';
import { leads, openStarts } from '../board/open-starts.js';
import { announcedChange } from '../board/start-cost.js';
import { allows } from '../problem/start-mask.js';
import { talksOn } from '../talks-on.js';
import type { Column } from './pricing.js';
import type { TimedItem } from './timed/timed-items.js';

/** A plan and what it costs, in Rappen. */
interface PlanOfVisits {
  readonly talks: readonly Candidate[];
  readonly total: number;
}

/** More talks than this are not tried with one caseworker or another. */
const MOST_TRIES = 5000;

/**
 * The plan that visits with times make beside the pinned talks, each talk with a caseworker and a room that are free
 * then; undefined when a few thousand tries find none. The board is left as it was.
 */
export function talksOfVisits(visits: readonly Column[], board: Board): PlanOfVisits | undefined {
  const items = visits.flatMap((visit) => visit.items as readonly TimedItem[]);
  const sorted = [...items].sort((a, b) => a.start - b.start);
  const trial = { board, items: sorted, left: MOST_TRIES };
  if (!placeFrom(trial, 0)) return undefined;
  const plan = { talks: talksOn(board), total: board.total };
  for (const { newcomer } of items) remove(board, newcomer);
  return plan;
}

interface Trial {
  readonly board: Board;
  readonly items: readonly TimedItem[];
  left: number;
}

/** Places the items from one on; true when all have found somebody. Otherwise none of them is on the board. */
function placeFrom(trial: Trial, from: number): boolean {
  const { board, items } = trial;
  const item = items[from];
  if (!item) return true;
  const spot = spotOf(board, item);
  if (!isOpen(board, spot)) return false;
  for (const caseworker of freeLeaders(board, spot))
    for (const room of freeRooms(board, spot)) {
      if (trial.left-- <= 0) return false;
      placeWith(board, spot, { item, caseworker, room });
      if (placeFrom(trial, from + 1)) return true;
      remove(board, item.newcomer);
    }
  return false;
}

function spotOf({ problem }: Board, { newcomer, route, start }: TimedItem): Spot {
  const { grid, invitees } = problem;
  const invitee = at(invitees, newcomer);
  const day = grid.base.findLastIndex((base) => base <= start);
  const slot = (start - num(grid.base, day)) / grid.slotMinutes;
  return { newcomer, invitee, route: at(invitee.routes, route), day, slot };
}

function isOpen(board: Board, spot: Spot): boolean {
  const mask = new Int32Array(board.problem.grid.words);
  return openStarts(board, spot, mask) && allows(mask, 0, spot.slot);
}

function freeLeaders(board: Board, spot: Spot): readonly number[] {
  const { postsOn, grid, free } = board.problem;
  return at(postsOn, spot.route.venue * grid.days + spot.day)
    .filter((post) => leads(board, spot.route, post) && isFree(board, post, spot))
    .map((post) => at(free.posts, post).caseworker);
}

/** -1 for a video talk, which needs none. */
function freeRooms(board: Board, spot: Spot): readonly number[] {
  const { rooms } = spot.route;
  return rooms.length === 0 ? [-1] : rooms.filter((room) => isRoomFree(board, room, spot));
}

function placeWith(
  board: Board,
  spot: Spot,
  { item, caseworker, room }: { item: TimedItem; caseworker: number; room: number },
): void {
  const { newcomer, route, start } = item;
  const { invitee, day } = spot;
  const ownCost = num(invitee.routeCost, route) + num(invitee.dayCost, day) + announcedChange(board, spot);
  place(board, { newcomer, route, day, start, caseworker, room, ownCost });
}

import type { Board } from '../../src/scheduling/matching/board/board.js';
import { place, remove, type Placement } from '../../src/scheduling/matching/board/moves.js';
import {
  canTakeTalk,
  leads,
  openStarts,
  type Opening,
} from '../../src/scheduling/matching/board/open-starts.js';
import { maskAt } from '../../src/scheduling/matching/problem/mask-at.js';
import { routeChange, type Published } from '../../src/scheduling/matching/problem/published.js';
import { allows } from '../../src/scheduling/matching/problem/start-mask.js';

/** Rappen of the cheapest plan of a tiny office, by trying every plan. The board has the pinned talks only. */
export function cheapestOfEveryPlan(board: Board): number {
  const newcomers = board.problem.invitees
    .map((_, index) => index)
    .filter((index) => board.fixed[index] === 0);
  const tryFrom = (position: number): number => {
    const newcomer = newcomers[position];
    if (newcomer === undefined) return board.total;
    let best = tryFrom(position + 1);
    for (const placement of everyPlacement(board, newcomer)) {
      place(board, placement);
      best = Math.min(best, tryFrom(position + 1));
      remove(board, newcomer);
    }
    return best;
  };
  return tryFrom(0);
}

function everyPlacement(board: Board, newcomer: number): Placement[] {
  const { invitees, grid } = board.problem;
  const invitee = invitees[newcomer]!;
  const mask = new Int32Array(grid.words);
  return invitee.routes.flatMap((route, index) =>
    [...invitee.daysOf[index]!].flatMap((day) => {
      const opening = { newcomer, invitee, route, day };
      if (!canTakeTalk(board, route.interpreter, day) || !openStarts(board, opening, mask)) return [];
      const slots = Array.from({ length: grid.slots }, (_, slot) => slot).filter((slot) =>
        allows(mask, 0, slot),
      );
      return slots.flatMap((slot) => atSlot(board, opening, { slot, index }));
    }),
  );
}

function atSlot(
  board: Board,
  opening: Opening,
  { slot, index }: { slot: number; index: number },
): Placement[] {
  const { newcomer, invitee, route, day } = opening;
  const { problem } = board;
  const { grid, free } = problem;
  const isFree = (masks: Int32Array, person: number): boolean =>
    allows(masks, maskAt(problem, person, day) + invitee.type * grid.words, slot);
  const posts = problem.postsOn[route.venue * grid.days + day]!.filter(
    (post) => leads(board, route, post) && isFree(board.freePost, post),
  );
  const rooms = route.rooms.length === 0 ? [-1] : route.rooms.filter((room) => isFree(board.freeRoom, room));
  const start = grid.base[day]! + slot * grid.slotMinutes;
  return posts.flatMap((post) =>
    rooms.map((room) => {
      const { caseworker } = free.posts[post]!;
      const changes = changeCost(invitee.published, { day, start, caseworker, room });
      const ownCost = route.cost + routeChange(invitee.published, route) + invitee.dayCost[day]! + changes;
      return { newcomer, route: index, day, start, caseworker, room, ownCost };
    }),
  );
}

/** Rappen for another time, caseworker or room than announced. */
function changeCost(
  published: Published | null,
  { day, start, caseworker, room }: { day: number; start: number; caseworker: number; room: number },
): number {
  if (!published) return 0;
  const isOtherTime = published.day === day && published.start !== start;
  const isOtherRoom = !published.isVideo && room >= 0 && published.room !== room;
  return (
    (isOtherTime ? published.change.time : 0) +
    (isOtherRoom ? published.change.room : 0) +
    (published.caseworker === caseworker ? 0 : published.change.caseworker)
  );
}

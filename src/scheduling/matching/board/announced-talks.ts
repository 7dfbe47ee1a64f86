import { at, int } from '../at.js';
import type { Invitee } from '../problem/problem.js';
import type { Published } from '../problem/published.js';
import type { Route } from '../problem/routes.js';
import { allows } from '../problem/start-mask.js';
import type { Desk } from './desk.js';
import { chooseLeader, chooseRoom } from './choose.js';
import { place } from './moves.js';
import { canTakeTalk, openStarts } from './open-starts.js';

/** Puts every announced talk that is still possible where it was announced, but those who have a talk already. */
export function placeAnnounced(desk: Desk): void {
  desk.board.problem.invitees.forEach((invitee, newcomer) => {
    if (!invitee.published || int(desk.board.fixed, newcomer) === 1) return;
    if (int(desk.board.day, newcomer) >= 0) return;
    const route = invitee.routes.findIndex((candidate) => isAsAnnounced(desk, candidate, invitee.published));
    if (route >= 0) placeIfPossible(desk, newcomer, { invitee, route, published: invitee.published });
  });
}

function isAsAnnounced(desk: Desk, route: Route, published: Published | null): boolean {
  const { site } = at(desk.board.problem.venues.list, route.venue);
  return (
    published !== null &&
    route.interpreter === published.interpreter &&
    site === published.site &&
    (route.interpreter < 0 || route.place === published.place) &&
    (site < 0 || route.rooms.includes(published.room))
  );
}

function placeIfPossible(
  desk: Desk,
  newcomer: number,
  { invitee, route, published }: { invitee: Invitee; route: number; published: Published },
): void {
  const { board, mask } = desk;
  const { grid } = board.problem;
  const { day, start } = published;
  const slot = (start - int(grid.base, day)) / grid.slotMinutes;
  const chosen = at(invitee.routes, route);
  const spot = { newcomer, invitee, route: chosen, day, slot };
  if (!at(invitee.daysOf, route).includes(day) || !canTakeTalk(board, chosen.interpreter, day)) return;
  if (!openStarts(board, spot, mask) || !Number.isInteger(slot) || !allows(mask, 0, slot)) return;
  const caseworker = chooseLeader(desk, spot);
  const room = chooseRoom(board, spot);
  if (caseworker !== published.caseworker || room !== published.room) return;
  const ownCost = chosen.cost + int(invitee.dayCost, day);
  place(board, { newcomer, route, day, start, caseworker, room, ownCost });
}

import { at, int } from '../at.js';
import type { Invitee } from '../problem/problem.js';
import { lowestBit } from '../problem/start-mask.js';
import { chooseLeader, chooseRoom, snugStart } from './choose.js';
import type { Board } from './board.js';
import { blinks, type Desk, type Look } from './desk.js';
import type { Placement } from './moves.js';
import { openStarts } from './open-starts.js';
import { announcedChange, startCost } from './start-cost.js';

/** Units of work (see `Desk.work`) for a newcomer, a route, a day and a day with a start, measured. */
const NEWCOMER_WORK = 20;
const ROUTE_WORK = 8;
const DAY_WORK = 6;
const OPEN_DAY_WORK = 2;

/**
 * The cheapest place for a newcomer beside the talks on the board, if it adds less than `limit` Rappen. First the days
 * on which an interpreter works for the office already, where a talk may join a visit, then the others.
 */
export function bestPlace(desk: Desk, newcomer: number, limit: number): Placement | undefined {
  const { best, board } = desk;
  const invitee = at(board.problem.invitees, newcomer);
  best.cost = limit;
  best.route = -1;
  desk.work += NEWCOMER_WORK + invitee.routes.length * ROUTE_WORK;
  lookAtRoutes(desk, newcomer, true);
  lookAtRoutes(desk, newcomer, false);
  return best.route < 0 ? undefined : finished(desk, newcomer, invitee);
}

function lookAtRoutes(desk: Desk, newcomer: number, isStarted: boolean): void {
  const { board, best } = desk;
  const { problem } = board;
  const invitee = at(problem.invitees, newcomer);
  const { routeCost, interpreterOf, alone } = invitee;
  const { dayWords } = problem.grid;
  for (let index = 0; index < routeCost.length; index++) {
    const interpreter = int(interpreterOf, index);
    if (isStarted && interpreter < 0) continue;
    const joining = interpreter < 0 ? 0 : int(board.joinCost, interpreter);
    const base = int(routeCost, index) + joining + (isStarted ? 0 : int(alone, index));
    if (base >= best.cost) continue;
    for (let word = 0; word < dayWords; word++) {
      const days = openDays(board, invitee, { index, word, isStarted });
      if (days === 0) continue;
      const route = at(invitee.routes, index);
      lookAtDays(desk, { newcomer, invitee, route, index, isStarted, base, day: word * 32, slot: -1 }, days);
    }
  }
}

/** One word of the set of days on which a route may still have a start. */
function openDays(
  { openDays: sets, problem }: Board,
  { type, daySets, interpreterOf, venueOf }: Invitee,
  { index, word, isStarted }: { index: number; word: number; isStarted: boolean },
): number {
  const { dayWords } = problem.grid;
  const inVenue = (int(venueOf, index) * problem.people.types.length + type) * dayWords + word;
  const days = int(daySets, index * dayWords + word) & int(sets.venue, inVenue);
  const interpreter = int(interpreterOf, index);
  if (interpreter < 0) return days;
  const own = interpreter * dayWords + word;
  const started = int(sets.started, own);
  return days & (isStarted ? started : ~started) & ~int(sets.full, own);
}

/** Looks at the days of one word of a set, which begins at the day of `on`. */
function lookAtDays(desk: Desk, on: Look, days: number): void {
  const { invitee, base, day: first } = on;
  const isSteady = invitee.published === null;
  for (let left = days; left !== 0; left &= left - 1) {
    on.day = first + lowestBit(left);
    const isTooDear = base + int(invitee.dayCost, on.day) >= desk.best.cost;
    if (isTooDear && isSteady) return;
    if (!isTooDear) lookAtDay(desk, on);
  }
}

function lookAtDay(desk: Desk, on: Look): void {
  const { invitee, index, isStarted, base, day } = on;
  desk.work += DAY_WORK;
  if (!openStarts(desk.board, on, desk.mask)) return;
  desk.work += OPEN_DAY_WORK;
  const cost = base + int(invitee.dayCost, day);
  if (isStarted) lookAtStarts(desk, on, cost);
  else if (invitee.published) lookAtStarts(desk, on, cost - int(invitee.alone, index));
  else if (!blinks(desk)) keep(desk, on, { cost, slot: snugStart(desk, on) });
}

/** `fixed`: Rappen that do not depend on the start. */
function lookAtStarts(desk: Desk, on: Look, fixed: number): void {
  const { board, mask } = desk;
  const { words } = board.problem.grid;
  for (let word = 0; word < words; word++) {
    for (let bits = int(mask, word); bits !== 0; bits &= bits - 1) {
      on.slot = word * 32 + lowestBit(bits);
      desk.work++;
      const cost = fixed + startCost(board, on);
      if (cost < desk.best.cost && !blinks(desk)) keep(desk, on, { cost, slot: on.slot });
    }
  }
}

function keep({ best }: Desk, { index, day }: Look, { cost, slot }: { cost: number; slot: number }): void {
  best.cost = cost;
  best.route = index;
  best.day = day;
  best.slot = slot;
}

function finished(desk: Desk, newcomer: number, invitee: Invitee): Placement {
  const { board, best } = desk;
  const { grid } = board.problem;
  const { day, slot } = best;
  const route = at(invitee.routes, best.route);
  const spot = { newcomer, invitee, route, day, slot };
  const own = int(invitee.routeCost, best.route) + int(invitee.dayCost, day);
  return {
    newcomer,
    route: best.route,
    day,
    start: int(grid.base, day) + slot * grid.slotMinutes,
    caseworker: chooseLeader(desk, spot),
    room: chooseRoom(board, spot),
    ownCost: own + announcedChange(board, spot),
  };
}

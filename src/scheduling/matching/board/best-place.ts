import { at, num } from '../at.js';
import type { Invitee } from '../problem/problem.js';
import { routeChange } from '../problem/published.js';
import type { Route } from '../problem/routes.js';
import { lowestBit } from '../problem/start-mask.js';
import { visitPrice } from '../problem/tariffs.js';
import type { Random } from '../random.js';
import { fairnessChange, type Board } from './board.js';
import { chooseLeader, chooseRoom, leaderCost, roomCost, snugStart } from './choose.js';
import { dayMoney, type Trial } from './day-money.js';
import type { Placement } from './moves.js';
import { canTakeTalk, openStarts, type Opening } from './open-starts.js';

/** Reusable space of one search; `blink` is the chance with which a better place is overlooked. */
export interface Desk {
  readonly board: Board;
  readonly random: Random;
  readonly mask: Int32Array;
  readonly corners: Int32Array;
  blink: number;
  /** What was looked at so far, the measure of how long a search may take: one unit is about a start of a day. */
  work: number;
}

interface Look {
  readonly newcomer: number;
  readonly invitee: Invitee;
  /** Rappen the best place so far adds to the plan, money and fairness included. */
  cost: number;
  route: number;
  day: number;
  slot: number;
}

interface OnRoute extends Opening {
  readonly look: Look;
  day: number;
  readonly index: number;
  /** Rappen that are the same on every day. */
  readonly base: number;
}

/** Units of work (see `Desk.work`) for a newcomer, a day and a day with a start, measured. */
const NEWCOMER_WORK = 30;
const DAY_WORK = 1;
const OPEN_DAY_WORK = 4;

/** Space for a search on a board. */
export function deskOf(board: Board, random: Random): Desk {
  const { words } = board.problem.grid;
  return { board, random, mask: new Int32Array(words), corners: new Int32Array(words), blink: 0, work: 0 };
}

/** The cheapest place for a newcomer beside the talks on the board; undefined when no talk at all is cheaper. */
export function bestPlace(desk: Desk, newcomer: number): Placement | undefined {
  const { board } = desk;
  const invitee = at(board.problem.invitees, newcomer);
  const look: Look = { newcomer, invitee, cost: invitee.unplanned, route: -1, day: -1, slot: -1 };
  const { routes } = invitee;
  desk.work += NEWCOMER_WORK + routes.length;
  for (let index = 0; index < routes.length; index++) {
    const route = at(routes, index);
    const base = route.cost + routeChange(invitee.published, route) + fairness(board, route);
    if (base >= look.cost) continue;
    const on = { look, newcomer, invitee, route, index, base, day: -1 };
    if (route.interpreter >= 0) lookAtStartedDays(desk, on);
    lookAtEmptyDays(desk, on);
  }
  return look.route < 0 ? undefined : finished(desk, look);
}

function fairness(board: Board, route: Route): number {
  return route.interpreter < 0 ? 0 : fairnessChange(board, route.interpreter, 1);
}

/** Days on which the interpreter works for the office already: a talk may join a visit. */
function lookAtStartedDays(desk: Desk, on: OnRoute): void {
  const { board } = desk;
  const { grid } = board.problem;
  const { interpreter } = on.route;
  const days = at(on.look.invitee.daysOf, on.index);
  for (let i = 0; i < days.length; i++) {
    const day = num(days, i);
    if (at(board.interpreterTalks, interpreter * grid.days + day).length === 0) continue;
    if (on.base + num(on.look.invitee.dayCost, day) >= on.look.cost) continue;
    if (!canTakeTalk(board, interpreter, day)) continue;
    desk.work += DAY_WORK;
    on.day = day;
    if (!openStarts(board, on, desk.mask)) continue;
    desk.work += OPEN_DAY_WORK;
    lookAtStarts(desk, on, day);
  }
}

/** Days on which every start costs the same, because the talk is a visit of its own or needs no interpreter. */
function lookAtEmptyDays(desk: Desk, on: OnRoute): void {
  const { board } = desk;
  const { interpreter, place } = on.route;
  const { invitee } = on.look;
  const alone =
    interpreter < 0 ? 0 : visitPrice(board.problem.tariffs, interpreter, { place, minutes: invitee.minutes });
  const days = at(invitee.daysOf, on.index);
  for (let i = 0; i < days.length; i++) {
    const day = num(days, i);
    const cost = on.base + alone + num(invitee.dayCost, day);
    if (cost >= on.look.cost) continue;
    if (interpreter >= 0 && !isNewDay(board, interpreter, day)) continue;
    desk.work += DAY_WORK;
    on.day = day;
    if (!openStarts(board, on, desk.mask)) continue;
    desk.work += OPEN_DAY_WORK;
    if (invitee.published) lookAtStarts(desk, on, day);
    else if (!blinks(desk)) keep(on, { cost, day, slot: snugStart(desk, on) });
  }
}

function isNewDay(board: Board, interpreter: number, day: number): boolean {
  const { grid } = board.problem;
  return (
    at(board.interpreterTalks, interpreter * grid.days + day).length === 0 &&
    canTakeTalk(board, interpreter, day)
  );
}

function lookAtStarts(desk: Desk, on: OnRoute, day: number): void {
  const { board, mask } = desk;
  const { grid } = board.problem;
  const fixed = on.base + num(on.look.invitee.dayCost, day);
  for (let word = 0; word < grid.words; word++) {
    for (let bits = num(mask, word); bits !== 0; bits &= bits - 1) {
      const slot = word * 32 + lowestBit(bits);
      desk.work++;
      const cost = fixed + startCost(board, on, { day, slot });
      if (cost < on.look.cost && !blinks(desk)) keep(on, { cost, day, slot });
    }
  }
}

const trial: Trial = { start: 0, end: 0, place: 0 };

/** Rappen that depend on the start: money, and changes of what was announced. */
function startCost(board: Board, on: OnRoute, { day, slot }: { day: number; slot: number }): number {
  const { grid } = board.problem;
  const { interpreter, place } = on.route;
  const { invitee } = on.look;
  const start = num(grid.base, day) + slot * grid.slotMinutes;
  let cost = invitee.published ? announcedChange(board, on, { day, slot }) : 0;
  if (interpreter >= 0) {
    const cell = interpreter * grid.days + day;
    trial.start = start;
    trial.end = start + invitee.minutes;
    trial.place = place;
    cost += dayMoney(board, cell, trial) - num(board.money, cell);
  }
  return cost;
}

function announcedChange(board: Board, on: OnRoute, at: { day: number; slot: number }): number {
  const { grid } = board.problem;
  const { published } = on.look.invitee;
  if (!published) return 0;
  const start = num(grid.base, at.day) + at.slot * grid.slotMinutes;
  const isOtherTime = published.day === at.day && published.start !== start;
  const spot = { ...on, ...at };
  return (isOtherTime ? published.change.time : 0) + leaderCost(board, spot) + roomCost(board, spot);
}

function blinks({ blink, random }: Desk): boolean {
  return blink > 0 && random() < blink;
}

function keep({ look, index }: OnRoute, found: { cost: number; day: number; slot: number }): void {
  look.cost = found.cost;
  look.route = index;
  look.day = found.day;
  look.slot = found.slot;
}

function finished(desk: Desk, look: Look): Placement {
  const { board } = desk;
  const { grid } = board.problem;
  const { newcomer, invitee, day, slot } = look;
  const route = at(invitee.routes, look.route);
  const spot = { newcomer, invitee, route, day, slot };
  const start = num(grid.base, day) + slot * grid.slotMinutes;
  const changes = invitee.published
    ? announcedChange(
        board,
        { look, newcomer, invitee, route, index: look.route, base: 0, day },
        { day, slot },
      )
    : 0;
  return {
    newcomer,
    route: look.route,
    day,
    start,
    caseworker: chooseLeader(desk, spot),
    room: chooseRoom(board, spot),
    ownCost: route.cost + routeChange(invitee.published, route) + num(invitee.dayCost, day) + changes,
  };
}

import { at, int } from '../at.js';
import { countTalk, type Board } from './board.js';
import { block, unblock } from './calendars.js';
import { dayMoney } from './day-money.js';
import { noteInterpreter } from './open-days.js';

/** Where and when a newcomer's talk could be. Costs are Rappen. */
export interface Placement {
  newcomer: number;
  route: number;
  day: number;
  /** Minutes since 1970. */
  start: number;
  caseworker: number;
  room: number;
  /** Of the talk itself, without money and fairness. */
  ownCost: number;
}

/** Puts a talk on the board. The caller has made sure that no rule is broken. */
export function place(board: Board, placement: Placement): void {
  const { newcomer, start } = placement;
  const invitee = at(board.problem.invitees, newcomer);
  const route = at(invitee.routes, placement.route);
  board.day[newcomer] = placement.day;
  board.start[newcomer] = start;
  board.end[newcomer] = start + invitee.minutes;
  board.bufferEnd[newcomer] = start + invitee.minutes + invitee.buffer;
  board.route[newcomer] = placement.route;
  board.caseworker[newcomer] = placement.caseworker;
  board.room[newcomer] = placement.room;
  board.interpreter[newcomer] = route.interpreter;
  board.place[newcomer] = route.place;
  board.ownCost[newcomer] = placement.ownCost;
  board.total += placement.ownCost - invitee.unplanned + enter(board, newcomer);
}

/** Takes a talk off the board. */
export function remove(board: Board, newcomer: number): void {
  const invitee = at(board.problem.invitees, newcomer);
  board.total += invitee.unplanned - int(board.ownCost, newcomer) + leave(board, newcomer);
  board.day[newcomer] = -1;
}

/** Where a talk is now, so that it can be put back. */
export function placementOf(board: Board, newcomer: number): Placement {
  return {
    newcomer,
    route: int(board.route, newcomer),
    day: int(board.day, newcomer),
    start: int(board.start, newcomer),
    caseworker: int(board.caseworker, newcomer),
    room: int(board.room, newcomer),
    ownCost: int(board.ownCost, newcomer),
  };
}

/** Adds a talk to the calendars. Returns the change of money and fairness in Rappen. */
export function enter(board: Board, newcomer: number): number {
  const { days } = board.problem.grid;
  const day = int(board.day, newcomer);
  const interpreter = int(board.interpreter, newcomer);
  insertSorted(at(board.caseworkerTalks, int(board.caseworker, newcomer) * days + day), newcomer, board);
  const room = int(board.room, newcomer);
  if (room >= 0) insertSorted(at(board.roomTalks, room * days + day), newcomer, board);
  block(board, newcomer);
  if (interpreter < 0) return 0;
  insertSorted(at(board.interpreterTalks, interpreter * days + day), newcomer, board);
  return countInterpreter(board, newcomer, 1);
}

/** Takes a talk from the calendars. Returns the change of money and fairness in Rappen. */
function leave(board: Board, newcomer: number): number {
  const { days } = board.problem.grid;
  const day = int(board.day, newcomer);
  const interpreter = int(board.interpreter, newcomer);
  const room = int(board.room, newcomer);
  takeOut(at(board.caseworkerTalks, int(board.caseworker, newcomer) * days + day), newcomer);
  if (room >= 0) takeOut(at(board.roomTalks, room * days + day), newcomer);
  unblock(board, newcomer);
  if (interpreter < 0) return 0;
  takeOut(at(board.interpreterTalks, interpreter * days + day), newcomer);
  return countInterpreter(board, newcomer, -1);
}

function countInterpreter(board: Board, newcomer: number, change: number): number {
  const { days, weeks, week } = board.problem.grid;
  const interpreter = int(board.interpreter, newcomer);
  const day = int(board.day, newcomer);
  const cell = interpreter * days + day;
  const inWeek = interpreter * weeks + int(week, day);
  const fairness = countTalk(board, interpreter, change);
  board.weekLoad[inWeek] = int(board.weekLoad, inWeek) + change;
  noteInterpreter(board, interpreter, int(week, day));
  const before = int(board.money, cell);
  const after = dayMoney(board, cell);
  board.money[cell] = after;
  return after - before + fairness;
}

function insertSorted(list: number[], newcomer: number, board: Board): void {
  let i = list.length;
  list.push(newcomer);
  const start = int(board.start, newcomer);
  for (; i > 0 && int(board.start, list[i - 1] ?? 0) > start; i--) list[i] = list[i - 1] ?? 0;
  list[i] = newcomer;
}

function takeOut(list: number[], newcomer: number): void {
  const from = list.indexOf(newcomer);
  for (let i = from; i < list.length - 1; i++) list[i] = list[i + 1] ?? 0;
  list.pop();
}

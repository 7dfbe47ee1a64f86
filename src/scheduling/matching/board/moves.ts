import { at, num } from '../at.js';
import { fairnessChange, type Board } from './board.js';
import { block, unblock } from './calendars.js';
import { dayMoney } from './day-money.js';

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
  board.total += invitee.unplanned - num(board.ownCost, newcomer) + leave(board, newcomer);
  board.day[newcomer] = -1;
}

/** Where a talk is now, so that it can be put back. */
export function placementOf(board: Board, newcomer: number): Placement {
  return {
    newcomer,
    route: num(board.route, newcomer),
    day: num(board.day, newcomer),
    start: num(board.start, newcomer),
    caseworker: num(board.caseworker, newcomer),
    room: num(board.room, newcomer),
    ownCost: num(board.ownCost, newcomer),
  };
}

/** Adds a talk to the calendars. Returns the change of money and fairness in Rappen. */
export function enter(board: Board, newcomer: number): number {
  const { days } = board.problem.grid;
  const day = num(board.day, newcomer);
  const interpreter = num(board.interpreter, newcomer);
  insertSorted(at(board.caseworkerTalks, num(board.caseworker, newcomer) * days + day), newcomer, board);
  const room = num(board.room, newcomer);
  if (room >= 0) insertSorted(at(board.roomTalks, room * days + day), newcomer, board);
  block(board, newcomer);
  if (interpreter < 0) return 0;
  insertSorted(at(board.interpreterTalks, interpreter * days + day), newcomer, board);
  return countInterpreter(board, newcomer, 1);
}

/** Takes a talk from the calendars. Returns the change of money and fairness in Rappen. */
function leave(board: Board, newcomer: number): number {
  const { days } = board.problem.grid;
  const day = num(board.day, newcomer);
  const interpreter = num(board.interpreter, newcomer);
  const room = num(board.room, newcomer);
  takeOut(at(board.caseworkerTalks, num(board.caseworker, newcomer) * days + day), newcomer);
  if (room >= 0) takeOut(at(board.roomTalks, room * days + day), newcomer);
  unblock(board, newcomer);
  if (interpreter < 0) return 0;
  takeOut(at(board.interpreterTalks, interpreter * days + day), newcomer);
  return countInterpreter(board, newcomer, -1);
}

function countInterpreter(board: Board, newcomer: number, change: number): number {
  const { days, weeks, week } = board.problem.grid;
  const interpreter = num(board.interpreter, newcomer);
  const day = num(board.day, newcomer);
  const cell = interpreter * days + day;
  const inWeek = interpreter * weeks + num(week, day);
  const fairness = fairnessChange(board, interpreter, change);
  board.load[interpreter] = num(board.load, interpreter) + change;
  board.weekLoad[inWeek] = num(board.weekLoad, inWeek) + change;
  const before = num(board.money, cell);
  const after = dayMoney(board, cell);
  board.money[cell] = after;
  return after - before + fairness;
}

function insertSorted(list: number[], newcomer: number, board: Board): void {
  let i = list.length;
  list.push(newcomer);
  const start = num(board.start, newcomer);
  for (; i > 0 && num(board.start, list[i - 1] ?? 0) > start; i--) list[i] = list[i - 1] ?? 0;
  list[i] = newcomer;
}

function takeOut(list: number[], newcomer: number): void {
  const from = list.indexOf(newcomer);
  for (let i = from; i < list.length - 1; i++) list[i] = list[i + 1] ?? 0;
  list.pop();
}

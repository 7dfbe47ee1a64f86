import { int } from '../at.js';
import type { Board } from './board.js';
import { leaderCost, roomCost, type Spot } from './choose.js';
import { dayMoney, type Trial } from './day-money.js';

const trial: Trial = { start: 0, end: 0, place: 0 };

/** Rappen that depend on the start: money, and changes of what was announced. */
export function startCost(board: Board, spot: Spot): number {
  const { grid } = board.problem;
  const { invitee, route, day, slot } = spot;
  const changes = announcedChange(board, spot);
  if (route.interpreter < 0) return changes;
  const cell = route.interpreter * grid.days + day;
  trial.start = int(grid.base, day) + slot * grid.slotMinutes;
  trial.end = trial.start + invitee.minutes;
  trial.place = route.place;
  return changes + dayMoney(board, cell, trial) - int(board.money, cell);
}

/** Rappen for another time, caseworker or room than announced on the announced day, and for the latter two on any. */
export function announcedChange(board: Board, spot: Spot): number {
  const { grid } = board.problem;
  const { published } = spot.invitee;
  if (!published) return 0;
  const start = int(grid.base, spot.day) + spot.slot * grid.slotMinutes;
  const isOtherTime = published.day === spot.day && published.start !== start;
  return (isOtherTime ? published.change.time : 0) + leaderCost(board, spot) + roomCost(board, spot);
}

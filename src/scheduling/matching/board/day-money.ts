import { int } from '../at.js';
import { visitPrice } from '../problem/tariffs.js';
import type { Board } from './board.js';

/** A talk that is tried out among those an interpreter has on a day. */
export interface Trial {
  start: number;
  end: number;
  place: number;
}

/** The talks of one day in order; reused by all calls, because this is asked some million times a second. */
const MOST = 1440;
const starts = new Int32Array(MOST);
const ends = new Int32Array(MOST);
const places = new Int32Array(MOST);
const visit = { place: 0, minutes: 0 };

/** Rappen for the visits of one interpreter on one day; with `trial` as if that talk were among them. */
export function dayMoney(board: Board, cell: number, trial?: Trial): number {
  const { tariffs, grid } = board.problem;
  const interpreter = Math.floor(cell / grid.days);
  const maxWait = int(tariffs.maxWait, interpreter);
  const count = gather(board, cell, trial);
  let total = 0;
  for (let first = 0; first < count;) {
    const last = lastOfVisit(first, count, maxWait);
    visit.place = int(places, first);
    visit.minutes = int(ends, last) - int(starts, first);
    total += visitPrice(tariffs, interpreter, visit);
    first = last + 1;
  }
  return total;
}

/** Rappen for the visits at one place among those of a day. */
export function placeMoney(board: Board, cell: number, place: number): number {
  const { tariffs, grid } = board.problem;
  const interpreter = Math.floor(cell / grid.days);
  const maxWait = int(tariffs.maxWait, interpreter);
  const count = gather(board, cell, undefined);
  let total = 0;
  for (let first = 0; first < count;) {
    const last = lastOfVisit(first, count, maxWait);
    const minutes = int(ends, last) - int(starts, first);
    if (places[first] === place) total += visitPrice(tariffs, interpreter, { place, minutes });
    first = last + 1;
  }
  return total;
}

/** Consecutive talks at one place are one visit while no wait between them is longer than `maxWait`. */
function lastOfVisit(first: number, count: number, maxWait: number): number {
  let last = first;
  while (
    last + 1 < count &&
    places[last + 1] === places[first] &&
    int(starts, last + 1) - int(ends, last) <= maxWait
  )
    last++;
  return last;
}

function gather(board: Board, cell: number, trial: Trial | undefined): number {
  const talks = board.interpreterTalks[cell] ?? [];
  let count = 0;
  let isTried = trial === undefined;
  for (const talk of talks) {
    if (trial && !isTried && trial.start < int(board.start, talk)) {
      note(count++, trial);
      isTried = true;
    }
    starts[count] = int(board.start, talk);
    ends[count] = int(board.end, talk);
    places[count++] = int(board.place, talk);
  }
  if (trial && !isTried) note(count++, trial);
  return count;
}

function note(index: number, trial: Trial): void {
  starts[index] = trial.start;
  ends[index] = trial.end;
  places[index] = trial.place;
}

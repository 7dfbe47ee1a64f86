import { at, int } from '../at.js';
import type { Board } from '../board/board.js';
import { pickBelow, shuffleHead } from '../random.js';
import { dearest, inTheWay } from './in-the-way.js';
import type { Ruin } from './ruin.js';

type Choice = (ruin: Ruin) => readonly number[];

/**
 * Picks who is taken off the board together, so that they can be placed better beside each other. The first is the one
 * it is about; they may be without a talk.
 */
export function chooseRuin(ruin: Ruin): readonly number[] {
  return choiceFor(ruin.random())(ruin);
}

/** Shares that did well on instances of 200 to 1,000 newcomers; small changes of them make no difference that could be measured. */
function choiceFor(dice: number): Choice {
  if (dice < 0.4) return inTheWay;
  if (dice < 0.5) return dearest;
  if (dice < 0.66) return sameInterpreter;
  if (dice < 0.79) return sameKin;
  return dice < 0.94 ? sameDays : anybody;
}

/** Somebody with a talk; -1 when a few tries find nobody. */
function seedOf({ board, movable, random }: Ruin): number {
  for (let tries = 0; tries < 8; tries++) {
    const newcomer = movable[pickBelow(movable.length, random)] ?? -1;
    if (newcomer >= 0 && int(board.day, newcomer) >= 0) return newcomer;
  }
  return -1;
}

/** Whole days of one interpreter, then days of those who could do the same talks. */
function sameInterpreter(ruin: Ruin): readonly number[] {
  const { board, most } = ruin;
  const seed = seedOf(ruin);
  if (seed < 0) return [];
  const chosen = new Set<number>([seed]);
  addDayOf(chosen, seed, ruin);
  const kin = kinOf(ruin, seed);
  for (const other of kin) {
    if (chosen.size >= most) break;
    chosen.add(other);
    addDayOf(chosen, other, ruin);
  }
  return takeFirst(chosen, most, board);
}

/** Those who speak the same language, wherever they are. */
function sameKin(ruin: Ruin): readonly number[] {
  const seed = seedOf(ruin);
  if (seed < 0) return [];
  return takeFirst(new Set([seed, ...kinOf(ruin, seed)]), ruin.most, ruin.board);
}

/** Neighbours in the calendars of the caseworkers of one office, on one day or a few days. */
function sameDays(ruin: Ruin): readonly number[] {
  const { board, most, random } = ruin;
  const seed = seedOf(ruin);
  if (seed < 0) return [];
  const { days } = board.problem.grid;
  const chosen = new Set<number>([seed]);
  const caseworkers = at(board.problem.colleagues, int(board.caseworker, seed));
  let day = int(board.day, seed);
  for (let round = 0; round < 4 && chosen.size < most; round++) {
    const list = [...caseworkers];
    shuffleHead(list, list.length, random);
    for (const caseworker of list)
      addString(chosen, at(board.caseworkerTalks, caseworker * days + day), ruin);
    day = Math.min(days - 1, Math.max(0, day + pickBelow(9, random) - 4));
  }
  return takeFirst(chosen, most, board);
}

function anybody({ movable, most, random }: Ruin): readonly number[] {
  const list = Array.from({ length: Math.min(most, movable.length) }, () =>
    pickBelow(movable.length, random),
  );
  return [...new Set(list.map((index) => movable[index] ?? -1))];
}

/** A few talks in a row of one day of one caseworker. */
function addString(chosen: Set<number>, talks: readonly number[], { most, random }: Ruin): void {
  if (talks.length === 0) return;
  const from = pickBelow(talks.length, random);
  const length = 1 + pickBelow(talks.length, random);
  for (let i = from; i < Math.min(talks.length, from + length) && chosen.size < most + 4; i++)
    chosen.add(talks[i] ?? -1);
}

function addDayOf(chosen: Set<number>, newcomer: number, { board }: Ruin): void {
  const interpreter = int(board.interpreter, newcomer);
  const day = int(board.day, newcomer);
  if (day < 0 || interpreter < 0) return;
  for (const other of at(board.interpreterTalks, interpreter * board.problem.grid.days + day))
    chosen.add(other);
}

/** Planned newcomers of the same language and office, in random order. */
function kinOf({ board, most, random }: Ruin, seed: number): readonly number[] {
  const members = at(board.problem.kin, at(board.problem.invitees, seed).kin);
  const list = [...members];
  shuffleHead(list, most, random);
  return list.slice(0, most).filter((newcomer) => int(board.day, newcomer) >= 0);
}

function takeFirst(chosen: ReadonlySet<number>, most: number, board: Board): readonly number[] {
  const movable = [...chosen].filter((newcomer) => newcomer >= 0 && int(board.fixed, newcomer) === 0);
  return movable.slice(0, most);
}

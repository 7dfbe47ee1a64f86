import { at, int } from '../at.js';
import type { Board } from '../board/board.js';
import { pickBelow, shuffleHead, type Random } from '../random.js';

/** Whom to take off the board: at most `most` newcomers. */
export interface Ruin {
  readonly board: Board;
  readonly random: Random;
  readonly most: number;
  /** Newcomers with a talk that may move, in any order. */
  readonly movable: readonly number[];
}

type Choice = (ruin: Ruin) => readonly number[];

/**
 * Picks who is taken off the board together, so that they can be placed better beside each other. The first is the one
 * it is about; they may be without a talk.
 */
export function chooseRuin(ruin: Ruin): readonly number[] {
  return choiceFor(ruin.random())(ruin);
}

/** Shares measured on instances of 200 to 1,000 newcomers. */
function choiceFor(dice: number): Choice {
  if (dice < 0.43) return inTheWay;
  return withoutHurry((dice - 0.43) / 0.57);
}

function withoutHurry(dice: number): Choice {
  if (dice < 0.31) return sameInterpreter;
  if (dice < 0.56) return sameKin;
  return dice < 0.87 ? sameDays : anybody;
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

/**
 * Somebody whose talk is late or missing, and talks on an earlier day of theirs that may be in the way. Where nobody
 * is late there is nothing to win: then as the others.
 */
function inTheWay(ruin: Ruin): readonly number[] {
  const { board, most, random } = ruin;
  const newcomer = worstOfFew(ruin);
  if (newcomer < 0 || lossOf(board, newcomer) < board.problem.schedule.snapshot.weights.late)
    return withoutHurry(random())(ruin);
  const { routes, daysOf } = at(board.problem.invitees, newcomer);
  const index = pickBelow(routes.length, random);
  const route = at(routes, index);
  const earlier = earlierDays(board, newcomer, at(daysOf, index));
  const day = earlier[pickBelow(earlier.length, random)];
  if (day === undefined) return [];
  const chosen = new Set<number>([newcomer]);
  const { days } = board.problem.grid;
  const posts = [...at(board.problem.postsOn, route.venue * days + day)];
  shuffleHead(posts, posts.length, random);
  for (const post of posts.slice(0, 2))
    addString(
      chosen,
      at(board.caseworkerTalks, at(board.problem.free.posts, post).caseworker * days + day),
      ruin,
    );
  if (route.interpreter >= 0 && random() < 0.5)
    addString(chosen, at(board.interpreterTalks, route.interpreter * days + day), ruin);
  return takeFirst(chosen, most + 1, board);
}

/** Of a few newcomers the one whose talk costs most by itself. */
function worstOfFew({ board, movable, random }: Ruin): number {
  let worst = -1;
  for (let tries = 0; tries < 6; tries++) {
    const newcomer = movable[pickBelow(movable.length, random)] ?? -1;
    if (worst < 0 || lossOf(board, newcomer) > lossOf(board, worst)) worst = newcomer;
  }
  return worst;
}

function lossOf(board: Board, newcomer: number): number {
  if (newcomer < 0) return 0;
  const day = int(board.day, newcomer);
  const { dayCost, unplanned } = at(board.problem.invitees, newcomer);
  return day < 0 ? unplanned : int(dayCost, day);
}

function earlierDays(board: Board, newcomer: number, days: Int32Array): readonly number[] {
  const { dayCost } = at(board.problem.invitees, newcomer);
  const loss = lossOf(board, newcomer);
  return [...days].filter((day) => int(dayCost, day) < loss);
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

import { at, num } from '../at.js';
import { placeAnnounced } from '../board/announced-talks.js';
import { bestPlace, deskOf, type Desk } from '../board/best-place.js';
import type { Board } from '../board/board.js';
import { place, placementOf, remove, type Placement } from '../board/moves.js';
import { pickBelow, shuffleHead, type Random } from '../random.js';
import { bagOf, type Bag } from './bag.js';
import { bestSoFar, type BestSoFar } from './best-so-far.js';
import { chooseRuin } from './ruin.js';

/** A stretch of the cooling from hot (0) to cold (1). */
export interface Cooling {
  readonly from: number;
  readonly to: number;
}

/** How long a search goes on. */
export interface SearchSettings {
  /** Units of work, see `Desk.work`. */
  readonly work: number;
  /** Asked now and then with the work done and the cost of the best plan; true ends the search. */
  readonly isEnough: (work: number, best: number) => boolean;
  /** Left out: all of it. */
  readonly cooling?: Cooling;
}

const CHECK_EVERY = 64;

/** Units of work (see `Desk.work`) for an iteration, measured. */
const ITERATION_WORK = 60;

/** Chance with which a better place is overlooked, for variety. */
const BLINK = 0.01;

/** Chance of an iteration in which better places are often overlooked, and how often. */
const BOLD = 0.1;
const BOLD_BLINK = 0.3;

/** Most newcomers taken off the board at once. */
const MOST = 10;

/** Rappen by which a plan may be worse than the one before and still be gone on with: at first, and at the end. */
const HOT = 4000;
const COLD = 60;

interface Search {
  readonly desk: Desk;
  readonly board: Board;
  readonly random: Random;
  readonly best: BestSoFar;
  readonly settings: SearchSettings;
  /** Newcomers who may have a talk and have none. */
  readonly waiting: Bag;
  readonly movable: readonly number[];
}

/**
 * Ruin and recreate under simulated annealing: takes a few related talks off the board, places them again one by one
 * where each is cheapest, and keeps the result when it is better or not much worse. Returns the work done; the board
 * ends with the best plan found.
 */
export function searchPlan(board: Board, random: Random, settings: SearchSettings): number {
  const desk = deskOf(board, random);
  const movable = board.problem.invitees.flatMap((invitee, newcomer) =>
    num(board.fixed, newcomer) === 0 && invitee.routes.length > 0 ? [newcomer] : [],
  );
  placeAnnounced(desk);
  const unplanned = movable.filter((newcomer) => num(board.day, newcomer) < 0);
  const waiting = bagOf(unplanned, board.problem.invitees.length);
  const search: Search = { desk, board, random, best: bestSoFar(board), settings, waiting, movable };
  construct(search, unplanned);
  improve(search);
  search.best.restore();
  return desk.work;
}

/** Places everybody, those first who would cost most without a talk and have the fewest ways to one. */
function construct({ desk, board, waiting, best }: Search, unplanned: readonly number[]): void {
  const { invitees } = board.problem;
  const freedom = (newcomer: number): number =>
    at(invitees, newcomer).daysOf.reduce((sum, days) => sum + days.length, 0);
  const order = [...unplanned].sort(
    (a, b) => at(invitees, b).urgency - at(invitees, a).urgency || freedom(a) - freedom(b) || a - b,
  );
  for (const newcomer of order) {
    tryPlacing(desk, newcomer, waiting);
    best.touch(newcomer);
  }
  best.keep();
}

function improve(search: Search): void {
  const { board, desk, settings, movable, best } = search;
  const { work, cooling: { from, to } = { from: 0, to: 1 } } = settings;
  if (movable.length === 0) return;
  for (let iteration = 0; desk.work < work; iteration++) {
    if (iteration % CHECK_EVERY === 0 && settings.isEnough(desk.work, best.cost())) return;
    desk.work += ITERATION_WORK;
    desk.blink = search.random() < BOLD ? BOLD_BLINK : BLINK;
    step(search, HOT * Math.pow(COLD / HOT, from + ((to - from) * desk.work) / work));
    if (board.total < best.cost()) best.keep();
  }
}

function step(search: Search, heat: number): void {
  const { desk, board, random, waiting, best } = search;
  const before = board.total;
  const chosen = chooseRuin({
    board,
    random,
    movable: search.movable,
    most: 1 + pickBelow(MOST, random),
  });
  const gone: Placement[] = [];
  const bank: number[] = [];
  for (const newcomer of chosen)
    if (num(board.day, newcomer) >= 0) {
      gone.push(placementOf(board, newcomer));
      remove(board, newcomer);
      waiting.add(newcomer);
      bank.push(newcomer);
    }
  addWaiting(search, bank);
  order(bank, chosen[0] ?? -1, search);
  for (const newcomer of bank) tryPlacing(desk, newcomer, waiting);
  if (board.total - before < -heat * Math.log(random())) {
    for (const newcomer of bank) best.touch(newcomer);
    return;
  }
  undo(search, bank, gone);
}

/** Some of those without a talk try as well. */
function addWaiting({ waiting, random }: Search, bank: number[]): void {
  for (let tries = 0; tries < Math.min(8, waiting.size()); tries++) {
    const newcomer = waiting.draw(random);
    if (!bank.includes(newcomer)) bank.push(newcomer);
  }
}

function order(bank: number[], first: number, { board, random }: Search): void {
  const { invitees } = board.problem;
  shuffleHead(bank, bank.length, random);
  const dice = random();
  if (dice < 0.25) bank.sort((a, b) => at(invitees, b).unplanned - at(invitees, a).unplanned);
  else if (dice < 0.4) bank.sort((a, b) => at(invitees, a).routes.length - at(invitees, b).routes.length);
  else if (dice < 0.5) bank.sort((a, b) => at(invitees, b).minutes - at(invitees, a).minutes);
  else if (dice < 0.8 && bank.includes(first)) bank.splice(0, 0, ...bank.splice(bank.indexOf(first), 1));
}

function tryPlacing(desk: Desk, newcomer: number, waiting: Bag): void {
  const found = bestPlace(desk, newcomer);
  if (!found) return;
  place(desk.board, found);
  waiting.remove(newcomer);
}

function undo({ board, waiting }: Search, bank: readonly number[], gone: readonly Placement[]): void {
  for (const newcomer of bank)
    if (num(board.day, newcomer) >= 0) {
      remove(board, newcomer);
      waiting.add(newcomer);
    }
  for (const placement of gone) {
    place(board, placement);
    waiting.remove(placement.newcomer);
  }
}

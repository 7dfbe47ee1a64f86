import { at, int } from '../at.js';
import { place, placementOf, remove, type Placement } from '../board/moves.js';
import { pickBelow } from '../random.js';
import { orderBank, recreate } from './recreate.js';
import { chooseRuin } from './choose-ruin.js';
import type { SearchState } from './state.js';

/** Most newcomers taken off the board at once. */
const MOST = 10;

/** Chance with which nobody is expected to find a better day than before; without that, rounds end later. */
const MODEST = 0.8;

/** Chance that somebody without a talk tries as well. */
const TRY_WAITING = 0.2;

/**
 * Takes a few related talks off the board and places them again. Undone when the plan is worse than before by more than
 * a random amount of about `heat` Rappen. Returns those whose talks may have changed.
 */
export function step(state: SearchState, heat: number): readonly number[] {
  const { board, random, waiting, movable } = state;
  const threshold = board.total - heat * Math.log(random());
  const bank = [...chooseRuin({ board, random, movable, waiting, most: 1 + pickBelow(MOST, random) })];
  if (bank.length === 0) return bank;
  const gone = takeOff(state, bank);
  addWaiting(state, bank);
  hopeFor(state, bank, gone);
  orderBank(state, bank);
  if (recreate(state, bank, threshold)) return bank;
  for (const newcomer of bank) takeBack(state, newcomer);
  for (const placement of gone) {
    place(board, placement);
    waiting.remove(placement.newcomer);
  }
  return [];
}

function takeOff(state: SearchState, bank: readonly number[]): readonly Placement[] {
  const { board } = state;
  const planned = bank.filter((newcomer) => int(board.day, newcomer) >= 0);
  return planned.map((newcomer) => {
    const placement = placementOf(board, newcomer);
    takeBack(state, newcomer);
    return placement;
  });
}

function takeBack({ board, waiting }: SearchState, newcomer: number): void {
  if (int(board.day, newcomer) < 0) return;
  remove(board, newcomer);
  waiting.add(newcomer);
}

/** What each may save: at most what their best talk saves, or modestly what the one before saved without money. */
function hopeFor(state: SearchState, bank: readonly number[], gone: readonly Placement[]): void {
  const { hope, most, random, board } = state;
  for (const newcomer of bank) hope[newcomer] = int(most, newcomer);
  if (random() >= MODEST) return;
  for (const { newcomer, ownCost } of gone)
    hope[newcomer] = at(board.problem.invitees, newcomer).unplanned - ownCost;
}

function addWaiting({ waiting, random }: SearchState, bank: number[]): void {
  if (random() >= TRY_WAITING) return;
  const newcomer = waiting.draw(random);
  if (newcomer >= 0 && !bank.includes(newcomer)) bank.push(newcomer);
}

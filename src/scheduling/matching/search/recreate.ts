import { at, int } from '../at.js';
import { bestPlace } from '../board/best-place.js';
import { place } from '../board/moves.js';
import { shuffleHead } from '../random.js';
import type { SearchState } from './state.js';

/**
 * Places a bank of newcomers one after the other, each where it is cheapest. False as soon as the plan cannot be expected
 * to end below the threshold, in Rappen: each of those who wait for their turn saves what `SearchState.hope` says.
 */
export function recreate(state: SearchState, bank: readonly number[], threshold: number): boolean {
  const { board, hope } = state;
  let hoped = 0;
  for (let i = 0; i < bank.length; i++) hoped += int(hope, at(bank, i));
  for (let i = 0; i < bank.length; i++) {
    const newcomer = at(bank, i);
    const { unplanned } = at(board.problem.invitees, newcomer);
    hoped -= int(hope, newcomer);
    tryPlacing(state, newcomer, Math.min(unplanned, threshold + hoped - board.total + unplanned));
    if (board.total - hoped >= threshold) return false;
  }
  return true;
}

/** Places a newcomer where it is cheapest, if that adds less than `limit` Rappen. */
export function tryPlacing({ desk, waiting }: SearchState, newcomer: number, limit: number): void {
  const found = bestPlace(desk, newcomer, limit);
  if (!found) return;
  place(desk.board, found);
  waiting.remove(newcomer);
}

/**
 * Puts a bank in the order in which it is placed: at random, or those first who would cost most without a talk, have the
 * fewest ways to one or need most time, or first the one whom the ruin was about.
 */
export function orderBank({ board, random }: SearchState, bank: number[]): void {
  const { invitees } = board.problem;
  const first = at(bank, 0);
  shuffleHead(bank, bank.length, random);
  const dice = random();
  if (dice < 0.25) bank.sort((a, b) => at(invitees, b).unplanned - at(invitees, a).unplanned);
  else if (dice < 0.4) bank.sort((a, b) => at(invitees, a).routes.length - at(invitees, b).routes.length);
  else if (dice < 0.5) bank.sort((a, b) => at(invitees, b).minutes - at(invitees, a).minutes);
  else if (dice < 0.8) bank.unshift(...bank.splice(bank.indexOf(first), 1));
}

import { at, int } from '../at.js';
import type { Board } from './board.js';
import { canTakeTalk, openStarts } from './open-starts.js';

/** Ids of the newcomers for whom no talk breaks no rule beside those on the board. */
export function impossibleOn(board: Board): readonly string[] {
  const mask = new Int32Array(board.problem.grid.words);
  return board.problem.people.newcomers
    .filter((_, newcomer) => int(board.fixed, newcomer) === 0 && !hasTalk(board, newcomer, mask))
    .map(({ id }) => id);
}

function hasTalk(board: Board, newcomer: number, mask: Int32Array): boolean {
  const invitee = at(board.problem.invitees, newcomer);
  return invitee.routes.some((route, index) =>
    at(invitee.daysOf, index).some(
      (day) =>
        canTakeTalk(board, route.interpreter, day) &&
        openStarts(board, { newcomer, invitee, route, day }, mask),
    ),
  );
}

import { REMOTE, type PlacedTalk } from '../../schedule/placed-talk.js';
import type { Problem } from '../problem/problem.js';
import { REMOTE_PLACE } from '../problem/routes.js';
import { countTalk, type Board } from './board.js';
import { enter } from './moves.js';

/** Puts the pinned appointments on an empty board, whose total knows their cost already. */
export function placeFixed(board: Board): void {
  const { total } = board;
  for (const [newcomer, list] of board.problem.schedule.talks.byNewcomer) {
    const index = board.problem.people.indexOf.newcomer.get(newcomer) ?? -1;
    board.fixed[index] = 1;
    for (const talk of list) placeAsIs(board, index, talk);
  }
  board.total = total;
}

function placeAsIs(board: Board, newcomer: number, talk: PlacedTalk): void {
  const { schedule, grid } = board.problem;
  const day = talk.day - schedule.firstDay;
  const who = numbersOf(talk, board.problem);
  if (day < 0 || day >= grid.days) {
    if (who.interpreter >= 0) countTalk(board, who.interpreter, 1);
    return;
  }
  board.day[newcomer] = day;
  board.start[newcomer] = talk.start;
  board.end[newcomer] = talk.end;
  board.bufferEnd[newcomer] = talk.bufferEnd;
  board.caseworker[newcomer] = who.caseworker;
  board.room[newcomer] = who.room;
  board.interpreter[newcomer] = who.interpreter;
  board.place[newcomer] = who.place;
  enter(board, newcomer);
}

function numbersOf(
  talk: PlacedTalk,
  { people: { indexOf } }: Problem,
): { caseworker: number; room: number; interpreter: number; place: number } {
  const find = (index: ReadonlyMap<string, number>, id: string | undefined): number =>
    index.get(id ?? '') ?? -1;
  return {
    caseworker: find(indexOf.caseworker, talk.caseworker.id),
    room: find(indexOf.room, talk.room?.id),
    interpreter: find(indexOf.interpreter, talk.interpreter?.id),
    place: talk.place === REMOTE ? REMOTE_PLACE : find(indexOf.site, talk.place ?? undefined),
  };
}

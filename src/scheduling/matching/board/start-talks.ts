import { totalOf } from '../../cost/cost-parts.js';
import { talkCost } from '../../cost/talk-cost.js';
import type { Candidate } from '../../model.js';
import { resolveTalk } from '../../schedule/resolve-talk.js';
import { at } from '../at.js';
import { REMOTE_PLACE } from '../problem/routes.js';
import type { Board } from './board.js';
import { place } from './moves.js';

/** Puts the talks of a plan on the board. The caller knows that they break no rule beside those that are there. */
export function placeTalks(board: Board, talks: readonly Candidate[]): void {
  for (const talk of talks) placeTalk(board, talk);
}

/** A talk that the board knows no way to hold is left out. */
function placeTalk(board: Board, candidate: Candidate): void {
  const { schedule, people } = board.problem;
  const resolved = resolveTalk(candidate, schedule);
  if (resolved.kind === 'unknown') return;
  const { talk } = resolved;
  const newcomer = people.indexOf.newcomer.get(candidate.newcomer) ?? -1;
  const route = routeOf(board, newcomer, candidate);
  if (route < 0) return;
  place(board, {
    newcomer,
    route,
    day: talk.day - schedule.firstDay,
    start: talk.start,
    caseworker: people.indexOf.caseworker.get(candidate.caseworker) ?? -1,
    room: people.indexOf.room.get(candidate.room ?? '') ?? -1,
    ownCost: totalOf(talkCost(talk, schedule)),
  });
}

function routeOf({ problem }: Board, newcomer: number, talk: Candidate): number {
  const { people, venues, invitees } = problem;
  const site = talk.site === null ? -1 : people.indexOf.site.get(talk.site);
  const interpreter = talk.interpreter === null ? -1 : people.indexOf.interpreter.get(talk.interpreter);
  const place = talk.interpreterMode === 'onsite' ? site : REMOTE_PLACE;
  return at(invitees, newcomer).routes.findIndex(
    (route) =>
      route.interpreter === interpreter &&
      route.place === place &&
      route.lang === talk.lang &&
      at(venues.list, route.venue).site === site,
  );
}

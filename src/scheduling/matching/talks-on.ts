import type { Candidate } from '../model.js';
import { instantOf } from '../time/instant.js';
import { at, num } from './at.js';
import type { Board } from './board/board.js';
import { REMOTE_PLACE } from './problem/routes.js';

/** The talks on a board, pinned ones included, sorted by newcomer. */
export function talksOn(board: Board): readonly Candidate[] {
  const { schedule, people } = board.problem;
  return people.newcomers.flatMap(({ id }, newcomer) => {
    const pinned = schedule.appointments.get(id);
    if (pinned?.pinned) return [talkAlone(pinned)];
    return num(board.day, newcomer) < 0 ? [] : [talkOf(board, newcomer)];
  });
}

function talkOf(board: Board, newcomer: number): Candidate {
  const { people, venues, invitees } = board.problem;
  const route = at(at(invitees, newcomer).routes, num(board.route, newcomer));
  const { site } = at(venues.list, route.venue);
  const room = num(board.room, newcomer);
  const interpreter = people.interpreters[route.interpreter];
  return {
    newcomer: at(people.newcomers, newcomer).id,
    mode: site < 0 ? 'video' : 'onsite',
    site: people.sites[site] ?? null,
    room: people.rooms[room]?.id ?? null,
    caseworker: at(people.caseworkers, num(board.caseworker, newcomer)).id,
    interpreter: interpreter?.id ?? null,
    interpreterMode: !interpreter ? null : route.place === REMOTE_PLACE ? 'video' : 'onsite',
    lang: route.lang,
    start: instantOf(num(board.start, newcomer)),
  };
}

/** A talk without what an appointment knows beside it. */
export function talkAlone(talk: Candidate): Candidate {
  const { newcomer, mode, site, room, caseworker, interpreter, interpreterMode, lang, start } = talk;
  return { newcomer, mode, site, room, caseworker, interpreter, interpreterMode, lang, start };
}

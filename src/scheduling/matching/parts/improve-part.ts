import type { Candidate } from '../../model.js';
import { buildSchedule } from '../../schedule/schedule.js';
import { boardOf } from '../board/board.js';
import { placeFixed } from '../board/fixed-talks.js';
import { placeTalks } from '../board/start-talks.js';
import { problemOf } from '../problem/problem.js';
import { randomFrom } from '../random.js';
import { searchPlan, type Cooling } from '../search/search.js';
import { talksOn } from '../talks-on.js';
import type { PartTask } from './part-snapshot.js';

/** How much a part is searched. */
export interface PartRequest {
  /** Units of work, see `MatchRequest`. */
  readonly work: number;
  readonly seed: number;
  readonly cooling: Cooling;
  readonly isEnough: (done: number) => boolean;
}

/** The talks of everybody in the part who may move. */
export interface PartAnswer {
  readonly talks: readonly Candidate[];
  /** Rappen by which the part, and so the whole, costs less than at the start. */
  readonly gain: number;
  readonly work: number;
}

/** Searches a better plan for a part. Same task and request: same answer. */
export function improvePart({ snapshot, start }: PartTask, request: PartRequest): PartAnswer {
  const board = boardOf(problemOf(buildSchedule(snapshot)));
  placeFixed(board);
  placeTalks(board, start);
  const before = board.total;
  const { work: wanted, cooling, isEnough } = request;
  const work = searchPlan(board, randomFrom(request.seed), { work: wanted, cooling, isEnough });
  const fixed = new Set(snapshot.appointments.filter((one) => one.pinned).map(({ newcomer }) => newcomer));
  const talks = talksOn(board).filter(({ newcomer }) => !fixed.has(newcomer));
  return { talks, gain: before - board.total, work };
}

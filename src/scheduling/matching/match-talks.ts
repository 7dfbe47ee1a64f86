import { planCost, type PlanCost } from '../cost/plan-cost.js';
import type { Candidate, Snapshot } from '../model.js';
import { buildSchedule } from '../schedule/schedule.js';
import { boardOf } from './board/board.js';
import { placeFixed } from './board/fixed-talks.js';
import { impossibleOn } from './board/impossible.js';
import { problemOf } from './problem/problem.js';
import { randomFrom } from './random.js';
import { searchPlan } from './search/search.js';
import { talksOn } from './talks-on.js';

/** How far a search has come. */
export interface MatchProgress {
  /** Units of work done, and wanted in all. */
  readonly done: number;
  readonly of: number;
  /** Rappen of the best plan so far. */
  readonly best: number;
}

export interface MatchRequest {
  /**
   * How much is looked at before the search ends: a count of starts, not a time, so that the same request gives the
   * same plan on every machine. A present-day core does about twelve million a second.
   */
  readonly work: number;
  readonly seed: number;
  /** Asked now and then; true ends the search with the best plan so far. */
  readonly isEnough?: (progress: MatchProgress) => boolean;
}

/** A plan that breaks no rule, pinned appointments included. */
export interface MatchAnswer {
  readonly talks: readonly Candidate[];
  readonly cost: PlanCost;
  /** Units of work done; less than asked for when the search was ended. */
  readonly work: number;
  /** Newcomers who could not have a talk even if nobody but the pinned had one; `proposeTalks` says why. */
  readonly impossible: readonly string[];
}

/**
 * The best plan for a snapshot that the given work finds. Same snapshot, seed and work: same plan, whatever the order
 * of the lists. Throws a RangeError when a time, a date, the zone or a name in a pinned appointment cannot be read.
 */
export function matchTalks(snapshot: Snapshot, request: MatchRequest): MatchAnswer {
  const board = boardOf(problemOf(buildSchedule(snapshot)));
  placeFixed(board);
  const impossible = impossibleOn(board);
  const work = searchPlan(board, randomFrom(request.seed), {
    work: request.work,
    isEnough: (done, best) => request.isEnough?.({ done, of: request.work, best }) ?? false,
  });
  const talks = talksOn(board);
  return { talks, cost: planCost(buildSchedule(snapshot, talks)), work, impossible };
}

import {
  buildSchedule,
  impossibleAmong,
  lanesOf,
  partsOf,
  partTask,
  planCost,
  roundsOf,
  startPlan,
  type Candidate,
  type Lane,
  type MatchAnswer,
  type MatchProgress,
  type Part,
  type Round,
  type Snapshot,
} from '../../scheduling/index.js';
import type { PartThreads } from './part-threads.js';

/** What a plan in parts is asked for; see `MatchRequest`. */
export interface PartsRequest {
  readonly work: number;
  readonly seed: number;
  /** True ends the search with the best plan so far. */
  readonly isCancelled: () => boolean;
  readonly onProgress: (progress: MatchProgress) => void;
}

/** The whole plan while its parts are improved. */
interface Whole {
  readonly snapshot: Snapshot;
  readonly request: PartsRequest;
  readonly threads: Pick<PartThreads, 'ask'>;
  readonly parts: readonly Part[];
  readonly lanes: readonly Lane[];
  readonly plan: Map<string, Candidate>;
  /** Work done in the parts that are finished, and by lane in the present ones. */
  done: number;
  readonly doneNow: number[];
  /** Rappen. */
  cost: number;
}

/**
 * The best plan that the given work finds part by part, two parts at a time: lanes share no newcomer, no room, no
 * caseworker and, within a round, no interpreter, so that it does not matter which thread is faster.
 */
export async function matchInParts(
  snapshot: Snapshot,
  request: PartsRequest,
  threads: Pick<PartThreads, 'ask'>,
): Promise<MatchAnswer> {
  const whole = wholeOf(snapshot, request, threads);
  const rounds = roundsOf(snapshot, whole.lanes, request.work);
  for (const [number, round] of rounds.entries())
    await Promise.all(whole.lanes.map((_, lane) => improveLane(whole, lane, { round, number })));
  return answerOf(whole);
}

function wholeOf(snapshot: Snapshot, request: PartsRequest, threads: Whole['threads']): Whole {
  const parts = partsOf(snapshot);
  const lanes = lanesOf(parts);
  const start = startPlan(snapshot);
  return {
    snapshot,
    request,
    threads,
    parts,
    lanes,
    plan: new Map(start.map((talk) => [talk.newcomer, talk])),
    done: 0,
    doneNow: lanes.map(() => 0),
    cost: planCost(buildSchedule(snapshot, start)).total,
  };
}

async function improveLane(
  whole: Whole,
  lane: number,
  { round, number }: { round: Round; number: number },
): Promise<void> {
  const { snapshot, plan, parts, request } = whole;
  for (const part of whole.lanes[lane] ?? []) {
    if (request.isCancelled()) return;
    const task = partTask(snapshot, { part, pool: round.poolOf(part), plan });
    const wanted = {
      work: round.workEach * part.newcomers.length,
      seed: request.seed + number * parts.length + parts.indexOf(part),
      cooling: round.cooling,
    };
    const { talks, gain, work } = await whole.threads.ask(lane, { task, request: wanted }, (done) => {
      tellProgress(whole, lane, done);
    });
    for (const { newcomer } of task.start) plan.delete(newcomer);
    for (const talk of talks) plan.set(talk.newcomer, talk);
    whole.cost -= gain;
    whole.done += work;
    tellProgress(whole, lane, 0);
  }
}

function tellProgress(whole: Whole, lane: number, done: number): void {
  whole.doneNow[lane] = done;
  const total = whole.doneNow.reduce((sum, each) => sum + each, whole.done);
  whole.request.onProgress({ done: total, of: whole.request.work, best: whole.cost });
}

function answerOf({ snapshot, plan, done }: Whole): MatchAnswer {
  const talks = [...plan.values()].sort((a, b) => (a.newcomer < b.newcomer ? -1 : 1));
  const without = snapshot.newcomers.map(({ id }) => id).filter((id) => !plan.has(id));
  return {
    talks,
    cost: planCost(buildSchedule(snapshot, talks)),
    work: done,
    impossible: impossibleAmong(new Set(without), snapshot),
  };
}

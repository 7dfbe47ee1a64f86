import {
  buildSchedule,
  effortOf,
  lowerBound,
  matchTalks,
  planCost,
  type Candidate,
  type Effort,
  type MatchAnswer,
  type MatchProgress,
  type ProvenBound,
  type Snapshot,
} from '../../scheduling/index.js';
import { highsPrograms, type LinearPrograms } from './highs-program.js';
import { FEW, MANY } from './proof-seconds.js';

/** What a plan in one piece is asked for; see `MatchRequest`. */
export interface OnePieceRequest {
  readonly work: number;
  readonly seed: number;
  /** Units of work for the proof of how good the plan is; 0: no proof. */
  readonly boundWork: number;
  /** Told of search and proof; true ends them with the best plan so far and what is proven so far. */
  readonly isEnough: (progress: MatchProgress) => boolean;
  /** Proves in another thread while this one searches; left out: there is none. */
  readonly proveBeside?: ((question: ProofQuestion) => Promise<ProvenBound>) | undefined;
}

/** A plan and Rappen that no plan can go below; null when nothing is proven. */
export interface ProvenAnswer extends MatchAnswer {
  readonly bound: number | null;
}

/** What a proof is asked for: a plan to start from, and units of work. */
export interface ProofQuestion {
  readonly snapshot: Snapshot;
  readonly talks: readonly Candidate[];
  readonly work: number;
}

const SHORT_WORK = 250_000;

/** How much of the work goes to the plan that a proof beside the search starts from. */
const SHARE_OF_FIRST = 0.04;

/**
 * The best plan that the given work finds, and how low the cost of any plan must be. For a few newcomers the proof comes
 * after a short search already, which goes on only when a cheaper plan may exist. Same request, same answer.
 */
export async function matchInOnePiece(snapshot: Snapshot, request: OnePieceRequest): Promise<ProvenAnswer> {
  const question = { snapshot, request };
  if (request.boundWork === 0) return { ...searched(question, { done: 0, upTo: request.work }), bound: null };
  if (request.proveBeside && snapshot.newcomers.length >= MANY)
    return searchedBesideProof(question, request.proveBeside);
  const programs = await highsPrograms();
  try {
    return searchedAndProven(provable(question, programs));
  } finally {
    programs.dispose();
  }
}

interface Question {
  readonly snapshot: Snapshot;
  readonly request: OnePieceRequest;
  /** Of the proof in this thread; left out: there is none. */
  readonly effort?: Effort;
}

interface ProvableQuestion extends Question {
  readonly programs: LinearPrograms;
  readonly effort: Effort;
  /** How far the search has come. */
  readonly found: { work: number; best: number };
}

/** The question with a proof whose progress is told as well. */
function provable({ snapshot, request }: Question, programs: LinearPrograms): ProvableQuestion {
  const found = { work: 0, best: 0 };
  const of = request.work + request.boundWork;
  const effort: Effort = effortOf(request.boundWork, () =>
    request.isEnough({ done: found.work + effort.done, of, best: found.best }),
  );
  return { snapshot, request, programs, effort, found };
}

/** The proof begins from a short search of its own, so that it does not matter which thread is faster. */
async function searchedBesideProof(
  question: Question,
  prove: NonNullable<OnePieceRequest['proveBeside']>,
): Promise<ProvenAnswer> {
  const { snapshot, request } = question;
  const first = searched(question, { done: 0, upTo: request.work * SHARE_OF_FIRST });
  const proof = prove({ snapshot, talks: first.talks, work: request.boundWork });
  const answer = searched(question, { done: first.work, upTo: request.work });
  const { bound } = await proof;
  const best = answer.cost.total < first.cost.total ? answer : { ...first, work: answer.work };
  return { ...best, bound: Math.min(bound, best.cost.total) || null };
}

function searchedAndProven(question: ProvableQuestion): ProvenAnswer {
  const { snapshot, request } = question;
  const isSmall = snapshot.newcomers.length <= FEW;
  const upTo = isSmall ? Math.min(SHORT_WORK, request.work) : request.work;
  const first = proven(question, { ...searched(question, { done: 0, upTo }), bound: null });
  if (first.work >= request.work || isCheapest(first)) return first;
  const { bound } = first;
  const second = searched(question, { done: first.work, upTo: request.work, enough: bound ?? 0 });
  if (second.cost.total >= first.cost.total) return { ...first, work: second.work };
  const answer = { ...second, bound };
  return isCheapest(answer) ? answer : proven(question, answer);
}

function isCheapest({ cost, bound }: ProvenAnswer): boolean {
  return cost.total === bound;
}

/** A search with the work that is left; it ends early when its plan costs no more than `enough`. */
function searched(
  { snapshot, request, effort }: Question,
  { done: before, upTo, enough = 0 }: { done: number; upTo: number; enough?: number },
): MatchAnswer {
  const proofDone = effort?.done ?? 0;
  const of = request.work + (effort?.most ?? 0);
  const answer = matchTalks(snapshot, {
    work: upTo - before,
    seed: request.seed,
    isEnough: ({ done, best }) =>
      request.isEnough({ done: before + done + proofDone, of, best }) || best <= enough,
  });
  return { ...answer, work: before + answer.work };
}

/** The answer with the best bound that is proven, and with the cheaper plan that a proof may come upon. */
function proven({ snapshot, programs, effort, found }: ProvableQuestion, answer: ProvenAnswer): ProvenAnswer {
  const { newProgram } = programs;
  found.work = answer.work;
  found.best = answer.cost.total;
  const { bound, talks } = lowerBound(snapshot, { talks: answer.talks, newProgram, effort });
  const best = talks ? { talks, cost: planCost(buildSchedule(snapshot, talks)) } : {};
  return { ...answer, ...best, bound: Math.max(bound, answer.bound ?? 0) || null };
}

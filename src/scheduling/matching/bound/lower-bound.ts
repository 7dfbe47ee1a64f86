import { planCost } from '../../cost/plan-cost.js';
import type { Candidate, Snapshot } from '../../model.js';
import { buildSchedule } from '../../schedule/schedule.js';
import { climb } from './ascent.js';
import { boundWorld, type BoundWorld } from './bound-world.js';
import { closeGap } from './closing.js';
import { isSpent, type Effort } from './effort.js';
import { firstPrices } from './first-prices.js';
import type { LinearProgram } from './linear-program.js';
import { visitsOfPlan } from './plan-columns.js';
import type { Column } from './pricing.js';
import { pricingAt, runRounds, type Rounds } from './rounds.js';
import type { Row } from './rows.js';
import { fixedCost, startMaster } from './start-master.js';
import { talksOfVisits } from './talks-of-visits.js';
import { timedVisits } from './timed/timed-plan.js';
import { priceTimedBin } from './timed/timed-visits.js';
import { timedRelaxation, type TimedRelaxation } from './timed/timed-relaxation.js';
import { untimedRelaxation } from './untimed-relaxation.js';

export interface BoundRequest {
  /** A plan for the snapshot, the better the faster: its visits are looked at first. */
  readonly talks: readonly Candidate[];
  /** Makes an empty linear programme. */
  readonly newProgram: () => LinearProgram;
  readonly effort: Effort;
}

/** What is proven about the plans for a snapshot. */
export interface ProvenBound {
  /** Rappen that no plan can go below. */
  readonly bound: number;
  /** A plan cheaper than the one that was given, when the proof came upon one. */
  readonly talks: readonly Candidate[] | undefined;
}

/** The solver's sums are off by less, in Rappen. */
const TOLERANCE = 1e-3;

/** The linear programme with times starts from visits that are worth so many Rappen less than they cost at most. */
const NEAR = 5000;

/**
 * Rappen that no plan for a snapshot can go below. Same snapshot, plan and effort: same answer.
 *
 * Column generation: a linear programme chooses visits (talks of one interpreter at one place in one half-day) so that
 * every newcomer has one talk and caseworkers, rooms and interpreters have room; first without times, then with them.
 * Allowing fractions can only make it cheaper than any plan. When few visits could still be part of a better plan, all
 * of them are looked at with whole numbers.
 */
export function lowerBound(snapshot: Snapshot, request: BoundRequest): ProvenBound {
  const world = boundWorld(snapshot, request.effort);
  const cost = planCost(buildSchedule(snapshot, request.talks)).total;
  const proof: Proof = { world, request, cost, fixed: fixedCost(world), best: 0, talks: undefined };
  if (world.bins.length === 0) return { bound: proof.fixed, talks: undefined };
  const coarse = proveWithoutTimes(proof);
  const isLarge = world.bins.length > MOST_BINS;
  const timed = isOver(proof, coarse.rounds.bound) || isLarge ? undefined : timedRelaxation(world);
  if (timed) proveWithTimes(proof, coarse, timed);
  return { bound: proof.best, talks: proof.talks };
}

/** With more bins than this, rounds start from prices found without a linear programme, and times are left out. */
const MOST_BINS = 8000;

/** What is proven so far; `best` grows, and `talks` is a cheaper plan once there is one. */
interface Proof {
  readonly world: BoundWorld;
  readonly request: BoundRequest;
  /** Rappen of the plan, and Rappen that the linear programmes do not know of. */
  readonly cost: number;
  readonly fixed: number;
  best: number;
  talks: readonly Candidate[] | undefined;
}

/** Rounds without times, the capacity rows that they found, and the visits of the plan. */
interface Coarse {
  readonly rounds: Rounds;
  readonly rows: readonly Row[];
  readonly plan: readonly Column[];
}

/** Notes a bound of a linear programme. True when there is no more to prove or the effort is spent. */
function isOver(proof: Proof, bound: number): boolean {
  proof.best = Math.max(proof.best, Math.min(proof.cost, Math.ceil(proof.fixed + bound - TOLERANCE)));
  return proof.best >= proof.cost || isSpent(proof.request.effort);
}

function proveWithoutTimes(proof: Proof): Coarse {
  const { world, request } = proof;
  const program = request.newProgram();
  const master = startMaster(world, program);
  const { relaxation, rows, choices } = untimedRelaxation(world);
  const plan = visitsOfPlan(request.talks, world);
  master.addRows(rows);
  const isEnough = (bound: number): boolean => isOver(proof, bound);
  const known = { relaxation, rows: master.rows, most: proof.cost - proof.fixed };
  const centre =
    world.bins.length > MOST_BINS
      ? climb({ ...known, first: firstPrices({ ...known, choices, plan }), isEnough })
      : [];
  master.addColumns(plan);
  const rounds = runRounds(relaxation, { master, program }, { isEnough, centre });
  return { rounds, rows, plan };
}

function proveWithTimes(proof: Proof, coarse: Coarse, timed: TimedRelaxation): void {
  const { world, request } = proof;
  const program = request.newProgram();
  const master = startMaster(world, program);
  master.addRows(coarse.rows);
  master.addColumns(timedVisits(coarse.plan, request.talks, timed));
  const { pricing } = pricingAt(timed, master.rows, coarse.rounds.duals);
  master.addColumns(
    world.bins.flatMap((_, bin) => priceTimedBin(pricing, bin, { ...timed, limit: -NEAR }).columns),
  );
  const isEnough = (bound: number): boolean => isOver(proof, bound);
  const rounds = runRounds(timed, { master, program }, { isEnough, centre: coarse.rounds.duals });
  if (isOver(proof, rounds.bound) || !rounds.isDone) return;
  const most = proof.cost - proof.fixed;
  const closed = closeGap({ relaxation: timed, master, rounds, newProgram: request.newProgram, most });
  isOver(proof, closed.bound);
  const found = closed.visits && talksOfVisits(closed.visits, world.board);
  if (found && found.total < proof.cost) proof.talks = found.talks;
}

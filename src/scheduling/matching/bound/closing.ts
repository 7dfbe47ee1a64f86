import type { LinearProgram } from './linear-program.js';
import type { Master } from './master.js';
import type { Column } from './pricing.js';
import { priceAll, pricingAt, type Rounds } from './rounds.js';
import { startMaster } from './start-master.js';
import type { TimedRelaxation } from './timed/timed-relaxation.js';
import { forEachVisit } from './timed/timed-visits.js';

interface Closing {
  readonly relaxation: TimedRelaxation;
  readonly master: Master;
  readonly rounds: Rounds;
  readonly newProgram: () => LinearProgram;
  /** Rappen of a known plan, without those that the linear programme does not know of. */
  readonly most: number;
}

/** With more visits than this, whole numbers take too long. */
const MOST_COLUMNS = 20_000;

/**
 * Looks with whole numbers at all visits that could be in a plan cheaper than the known one: those whose reduced cost
 * is within the gap. What the best choice of them costs, no better plan goes below. Returns the bound of the rounds
 * when there are too many.
 */
export function closeGap({ relaxation, master, rounds, newProgram, most }: Closing): number {
  const columns = visitsWithin({ relaxation, master, rounds, most });
  if (!columns) return rounds.bound;
  const program = newProgram();
  const whole = startMaster(relaxation.world, program);
  whole.addRows(master.rows.slice(whole.rows.length));
  whole.addColumns(columns);
  let bound = rounds.bound;
  for (;;) {
    const solved = program.solveWhole();
    if (!solved) return bound;
    bound = Math.min(most, Math.max(bound, solved.bound));
    if (bound > most - 1) return most;
    const broken = relaxation.broken(whole, solved.values, false);
    if (broken.length === 0) return bound;
    whole.addRows(broken);
  }
}

/** All visits without which the gap cannot be closed; undefined when there are too many. */
function visitsWithin({
  relaxation,
  master,
  rounds,
  most,
}: Omit<Closing, 'newProgram'>): readonly Column[] | undefined {
  const { pricing } = pricingAt(relaxation, master.rows, rounds.duals);
  const { bound } = priceAll(relaxation, master, rounds.duals);
  const limit = bound - (most - 1) - 1e-3;
  const columns: Column[] = [];
  const onVisit = (makeColumn: () => Column): number => {
    columns.push(makeColumn());
    return columns.length > MOST_COLUMNS ? Infinity : limit;
  };
  for (let bin = 0; bin < relaxation.world.bins.length && columns.length <= MOST_COLUMNS; bin++)
    forEachVisit(pricing, bin, { timed: relaxation.timed, limit, onVisit });
  return columns.length > MOST_COLUMNS ? undefined : columns;
}

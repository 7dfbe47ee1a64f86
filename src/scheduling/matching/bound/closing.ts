import { num } from '../at.js';
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
const MOST_COLUMNS = 8_000;

/** Units of work (see `Effort`) that each of them takes, measured. */
const COLUMN_WORK = 5_000;

/** What whole numbers prove. */
interface Closed {
  /** Rappen, without those that the linear programme does not know of. */
  readonly bound: number;
  /** The cheapest choice of visits, when it may be cheaper than the known plan. */
  readonly visits: readonly Column[] | undefined;
}

/**
 * Looks with whole numbers at all visits that could be in a plan cheaper than the known one: those whose reduced cost
 * is within the gap. What the best choice of them costs, no better plan goes below. Proves nothing new when there are
 * too many.
 */
export function closeGap({ relaxation, master, rounds, newProgram, most }: Closing): Closed {
  const { effort } = relaxation.world;
  const columns = visitsWithin({ relaxation, master, rounds, most });
  if (!columns) return { bound: rounds.bound, visits: undefined };
  const program = newProgram();
  const whole = startMaster(relaxation.world, program);
  whole.addRows(master.rows.slice(whole.rows.length));
  whole.addColumns(columns);
  let bound = rounds.bound;
  for (;;) {
    const solved = program.solveWhole(effort);
    bound = Math.min(most, Math.max(bound, solved?.bound ?? bound));
    if (!solved?.values || bound > most - 1)
      return { bound: bound > most - 1 ? most : bound, visits: undefined };
    const { values } = solved;
    const broken = relaxation.broken(whole, values, false);
    const visits = whole.columns.filter((column, index) => column && num(values, index) > 0.5);
    if (broken.length === 0) return { bound, visits: visits.filter((column) => column !== null) };
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
  const { effort } = relaxation.world;
  const room = Math.min(MOST_COLUMNS, (effort.most - effort.done) / COLUMN_WORK);
  const columns: Column[] = [];
  const onVisit = (makeColumn: () => Column): number => {
    columns.push(makeColumn());
    return columns.length > room ? Infinity : limit;
  };
  for (let bin = 0; bin < relaxation.world.bins.length && columns.length <= room; bin++)
    forEachVisit(pricing, bin, { timed: relaxation.timed, limit, onVisit });
  if (columns.length > room) return undefined;
  effort.done += columns.length * COLUMN_WORK;
  return columns;
}

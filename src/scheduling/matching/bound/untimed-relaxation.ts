import type { BoundWorld } from './bound-world.js';
import { priceBin } from './pricing.js';
import type { Relaxation } from './rounds.js';
import { capacityRow, type Row } from './rows.js';
import { usualCapacity, violatedCapacity, type CapacityChoice } from './violated-capacity.js';

interface UntimedRelaxation {
  readonly relaxation: Relaxation;
  /** The capacity rows so far; more come with the rounds. */
  readonly rows: readonly Row[];
  /** What the first of them are. */
  readonly choices: readonly CapacityChoice[];
}

/** The relaxation in which talks have a half-day but no time, and its capacity rows: some at once, others when they are broken. */
export function untimedRelaxation(world: BoundWorld): UntimedRelaxation {
  const known = new Set<string>();
  const choices = usualCapacity(world, known);
  const rows = choices.map((row) => capacityRow(world, row));
  const relaxation: Relaxation = {
    world,
    sets: 0,
    priceBin,
    broken: (master, values) => {
      const found = violatedCapacity(master, world, { values, known }).map((row) => capacityRow(world, row));
      rows.push(...found);
      return found;
    },
  };
  return { relaxation, rows, choices };
}

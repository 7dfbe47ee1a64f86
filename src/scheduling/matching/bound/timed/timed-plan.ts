import type { Candidate } from '../../../model.js';
import { minuteOf } from '../../../time/instant.js';
import { at, num } from '../../at.js';
import type { BoundWorld } from '../bound-world.js';
import type { Column } from '../pricing.js';
import { moneyOf } from '../visit-money.js';
import type { TimedItem, TimedItems } from './timed-items.js';

/**
 * The visits of a plan at the times they have in it. They keep every row, so that no solution of the linear programme is
 * dearer than the plan.
 */
export function timedVisits(
  visits: readonly Column[],
  talks: readonly Candidate[],
  { world, timed }: { world: BoundWorld; timed: TimedItems },
): readonly Column[] {
  const { newcomers } = world.board.problem.people;
  const starts = new Map(talks.map(({ newcomer, start }) => [newcomer, minuteOf(start)]));
  return visits.flatMap(({ bin, items }) => {
    const placed = items.flatMap(({ newcomer }) => {
      const start = starts.get(at(newcomers, newcomer).id);
      const known = at(timed.of, bin)
        .flat()
        .filter((item) => item.newcomer === newcomer && item.start === start);
      return known.sort((a, b) => a.cost - b.cost).slice(0, 1);
    });
    return placed.length === 0
      ? []
      : [
          visitAt(
            world,
            bin,
            placed.sort((a, b) => a.start - b.start),
          ),
        ];
  });
}

/** Stretches with long waits between them are paid one by one. */
function visitAt(world: BoundWorld, index: number, items: readonly TimedItem[]): Column {
  const { problem } = world.board;
  const bin = at(world.bins, index);
  const maxWait = bin.cell < 0 ? Infinity : num(problem.tariffs.maxWait, bin.interpreter);
  const stretches: number[] = [];
  let last: TimedItem | undefined;
  for (const item of items) {
    const gap = last && bin.cell >= 0 ? item.start - last.end : 0;
    if (!last || gap > maxWait) stretches.push(0);
    const before = num(stretches, stretches.length - 1);
    stretches[stretches.length - 1] = before + item.end - item.start + (gap > maxWait ? 0 : gap);
    last = item;
  }
  const money = stretches.reduce((sum, minutes) => sum + moneyOf(problem, bin, { minutes, gaps: 0 }), 0);
  const cost = items.reduce((sum, item) => sum + item.cost, money);
  return { bin: index, items, minutes: stretches.reduce((sum, minutes) => sum + minutes, 0), cost };
}

import { caseworkerHoursAnywhere } from '../../schedule/opening.js';
import { merge, type Interval } from '../../time/interval.js';
import { num } from '../at.js';
import type { Problem } from '../problem/problem.js';

/**
 * A part of a day, a half-day as a rule, behind which nobody works for longer than any interpreter waits: no visit
 * reaches from one cell into the next.
 */
interface Cell {
  readonly day: number;
  /** Minutes since 1970 between which talks of the cell start and caseworkers work. */
  readonly time: Interval;
  /** Slots of the grid, `to` not included. */
  readonly from: number;
  readonly to: number;
}

export interface Cells {
  readonly list: readonly Cell[];
  /** Numbers of the cells by day. */
  readonly of: readonly (readonly number[])[];
}

/** Cuts the days of a horizon into cells. */
export function cellsOf(problem: Problem): Cells {
  const { grid } = problem;
  const list: Cell[] = [];
  const of = Array.from({ length: grid.days }, (_, day) =>
    partsOf(problem, day).map((time) => {
      const slotOf = (minute: number): number => Math.ceil((minute - num(grid.base, day)) / grid.slotMinutes);
      return list.push({ day, time, from: Math.max(0, slotOf(time.from)), to: slotOf(time.to) }) - 1;
    }),
  );
  return { list, of };
}

function partsOf({ schedule, people }: Problem, day: number): readonly Interval[] {
  const hours = merge(
    people.caseworkers.flatMap((caseworker) =>
      caseworkerHoursAnywhere(caseworker, schedule.firstDay + day, schedule),
    ),
  );
  const longestWait = Math.max(0, ...people.interpreters.map(({ maxWait }) => maxWait));
  const shortestBuffer = Math.min(...people.types.map(({ buffer }) => buffer));
  const parts: Interval[] = [];
  for (const next of hours) {
    const last = parts.at(-1);
    const isNear = last && next.from - last.to + shortestBuffer <= longestWait;
    if (last && isNear) parts[parts.length - 1] = { from: last.from, to: next.to };
    else parts.push(next);
  }
  return parts;
}

import { at, num } from '../../at.js';
import type { Problem } from '../../problem/problem.js';
import type { Bin } from '../bins.js';
import type { Column } from '../pricing.js';
import type { Row } from '../rows.js';
import type { TimedItem } from './timed-items.js';

interface World {
  readonly bins: readonly Bin[];
  readonly problem: Problem;
}

/** An interpreter on one day at two places, each at one slot: the second too early to come from the first. */
interface Conflict {
  readonly interpreter: number;
  readonly day: number;
  readonly places: readonly [number, number];
  readonly slots: readonly [number, number];
}

const TOLERANCE = 1e-3;

/**
 * Finds rows "this interpreter is in at most one talk, here at this time or there before they could have come" that a
 * solution breaks; the most broken of each interpreter and day.
 */
export function transferFinder(
  world: World,
): (columns: readonly (Column | null)[], values: ArrayLike<number>, known: Set<string>) => readonly Row[] {
  const binsOn = binsByDay(world);
  return (columns, values, known) =>
    [...presences(world, columns, values)].flatMap(([cell, byPlace]) => {
      const conflict = worstOf(world, cell, byPlace);
      if (!conflict) return [];
      const key = `transfer ${cell} ${conflict.places.join(' ')} ${conflict.slots.join(' ')}`;
      if (known.has(key)) return [];
      known.add(key);
      return [transferRow(world, conflict, binsOn.get(cell) ?? [])];
    });
}

/** Numbers of the bins of an interpreter on a day, by interpreter × days + day. */
function binsByDay({ bins, problem }: World): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>();
  bins.forEach(({ interpreter, day }, index) => {
    if (interpreter < 0) return;
    const cell = interpreter * problem.grid.days + day;
    found.set(cell, [...(found.get(cell) ?? []), index]);
  });
  return found;
}

/** How much of the interpreter a solution has at each place and slot, by interpreter × days + day. */
function presences(
  { bins, problem }: World,
  columns: readonly (Column | null)[],
  values: ArrayLike<number>,
): ReadonlyMap<number, ReadonlyMap<number, Float64Array>> {
  const found = new Map<number, Map<number, Float64Array>>();
  columns.forEach((column, index) => {
    const share = num(values, index);
    if (!column || share < 1e-6) return;
    const { interpreter, day, place } = at(bins, column.bin);
    if (interpreter < 0) return;
    const cell = interpreter * problem.grid.days + day;
    const byPlace = found.get(cell) ?? new Map<number, Float64Array>();
    found.set(cell, byPlace);
    const there = byPlace.get(place) ?? new Float64Array(problem.grid.slots);
    byPlace.set(place, there);
    for (const { from, until } of column.items as readonly TimedItem[])
      for (let slot = from; slot < until; slot++) there[slot] = num(there, slot) + share;
  });
  return found;
}

function worstOf(
  { problem }: World,
  cell: number,
  byPlace: ReadonlyMap<number, Float64Array>,
): Conflict | undefined {
  const { grid, tariffs } = problem;
  const interpreter = Math.floor(cell / grid.days);
  const reach = Math.floor(num(tariffs.transfer, interpreter) / grid.slotMinutes);
  let worst: Conflict | undefined;
  let most = 1 + TOLERANCE;
  for (const [here, first] of byPlace)
    for (const [there, second] of byPlace) {
      const meeting = here === there ? undefined : worstMeeting(first, second, reach);
      if (!meeting || meeting.used <= most) continue;
      most = meeting.used;
      worst = { interpreter, day: cell % grid.days, places: [here, there], slots: meeting.slots };
    }
  return worst;
}

/** The slots at the first and the second place, the latter up to `reach` behind, of which a solution has most. */
function worstMeeting(
  first: Float64Array,
  second: Float64Array,
  reach: number,
): { readonly used: number; readonly slots: readonly [number, number] } {
  let worst: { used: number; slots: readonly [number, number] } = { used: 0, slots: [0, 0] };
  for (let slot = 0; slot < first.length; slot++)
    for (let other = slot; other <= Math.min(first.length - 1, slot + reach); other++) {
      const used = num(first, slot) + num(second, other);
      if (used > worst.used) worst = { used, slots: [slot, other] };
    }
  return worst;
}

function transferRow({ bins, problem }: World, conflict: Conflict, own: readonly number[]): Row {
  const { interpreter, day, places, slots } = conflict;
  const slotIn = new Map(own.map((bin) => [bin, slots[places.indexOf(at(bins, bin).place)] ?? -1]));
  return {
    subjects: [`interpreter ${interpreter} day ${day}`],
    lower: -Infinity,
    upper: 1,
    least: -Infinity,
    most: 0,
    unit: 1,
    takenBy: ({ bin, items }) => {
      const slot = slotIn.get(bin) ?? -1;
      return (items as readonly TimedItem[]).filter(({ from, until }) => from <= slot && slot < until).length;
    },
    spread: (dual, { presence }) => {
      for (const [bin, slot] of slotIn) {
        if (slot < 0) continue;
        const list = presence.get(bin) ?? new Float64Array(problem.grid.slots + 1);
        presence.set(bin, list);
        list[slot + 1] = num(list, slot + 1) - dual;
      }
    },
  };
}

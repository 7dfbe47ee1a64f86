import { at, num } from '../at.js';
import type { Board } from '../board/board.js';
import type { Bin, Item } from './bins.js';
import type { Capacity } from './capacity.js';
import type { Cells } from './cells.js';
import type { Column, Prices } from './pricing.js';

/**
 * One row of the linear programme: what of it a column takes, and what its dual means for the prices. `least` and
 * `most` are the duals that are allowed, so that every price the solver gives proves a bound.
 */
export interface Row {
  /** Columns with none of these subjects take nothing of it; see `subjectsOf`. */
  readonly subjects: readonly string[];
  readonly lower: number;
  readonly upper: number;
  readonly least: number;
  readonly most: number;
  /** What one talk takes of it, about. */
  readonly unit: number;
  readonly takenBy: (column: Column) => number;
  readonly spread: (dual: number, prices: Prices) => void;
}

interface World {
  readonly board: Board;
  readonly bins: readonly Bin[];
  readonly cells: Cells;
  readonly capacity: Capacity;
}

const NO_LIMIT = Infinity;

/** Minutes that a talk takes of an interpreter, about: an hour and the way. */
const USUAL_MINUTES = 120;

/** One talk for each newcomer; the dual is what their talk is worth, at most what having none costs. */
export function newcomerRow(newcomer: number, unplanned: number): Row {
  return {
    subjects: [`newcomer ${newcomer}`],
    lower: 1,
    upper: 1,
    least: -NO_LIMIT,
    most: unplanned,
    unit: 1,
    takenBy: (column) => column.items.filter((item) => item.newcomer === newcomer).length,
    spread: (dual, prices) => {
      prices.newcomer[newcomer] = dual;
    },
  };
}

/** Limits of an interpreter per day and per week, and the time there is in a cell. */
export function limitRows(
  interpreter: number,
  own: readonly Bin[],
  { board, bins, cells }: World,
): readonly Row[] {
  const { grid, people, tariffs } = board.problem;
  const { maxPerDay, maxPerWeek } = at(people.interpreters, interpreter);
  const days = [...new Set(own.map(({ day }) => day))];
  const weeks = [...new Set(days.map((day) => num(grid.week, day)))];
  const onDay = days.map((day) => {
    const pinned = at(board.interpreterTalks, interpreter * grid.days + day).length;
    return talkRow(world(board, bins), interpreter, { days: [day], most: maxPerDay - pinned });
  });
  const inWeek = weeks.map((week) => {
    const pinned = num(board.weekLoad, interpreter * grid.weeks + week);
    const inside = days.filter((day) => num(grid.week, day) === week);
    return talkRow(world(board, bins), interpreter, { days: inside, most: maxPerWeek - pinned });
  });
  const transfer = num(tariffs.transfer, interpreter);
  const inCell = [...new Set(own.map(({ cell }) => cell))].flatMap((cell) => {
    const longest = Math.max(...own.filter((bin) => bin.cell === cell).map((bin) => bin.longest));
    return cell < 0
      ? []
      : [timeRow(bins, interpreter, { cell, most: longest + transfer, transfer, cells: cells.list.length })];
  });
  return [...onDay, ...inWeek, ...inCell];
}

function world(board: Board, bins: readonly Bin[]): { board: Board; bins: readonly Bin[] } {
  return { board, bins };
}

function talkRow(
  { board, bins }: { board: Board; bins: readonly Bin[] },
  interpreter: number,
  { days, most }: { days: readonly number[]; most: number },
): Row {
  const inside = new Set(days);
  return {
    subjects: days.map((day) => `interpreter ${interpreter} day ${day}`),
    lower: -NO_LIMIT,
    upper: most,
    least: -NO_LIMIT,
    most: 0,
    unit: 1,
    takenBy: (column) => {
      const bin = at(bins, column.bin);
      return bin.interpreter === interpreter && inside.has(bin.day) ? column.items.length : 0;
    },
    spread: (dual, prices) => {
      for (const day of days) addTo(prices.talk, interpreter * board.problem.grid.days + day, -dual);
    },
  };
}

function timeRow(
  bins: readonly Bin[],
  interpreter: number,
  { cell, most, transfer, cells }: { cell: number; most: number; transfer: number; cells: number },
): Row {
  return {
    subjects: [`interpreter ${interpreter} cell ${cell}`],
    lower: -NO_LIMIT,
    upper: most,
    least: -NO_LIMIT,
    most: 0,
    unit: USUAL_MINUTES,
    takenBy: (column) => {
      const bin = at(bins, column.bin);
      return bin.interpreter === interpreter && bin.cell === cell ? column.minutes + transfer : 0;
    },
    spread: (dual, prices) => {
      addTo(prices.minute, interpreter * cells + cell, -dual);
    },
  };
}

/** "At most" and "at least" so many talks for an interpreter, both at the price of unfairness per talk. */
export function fairnessRows(interpreter: number, { board, bins }: World): readonly [Row, Row] {
  const { schedule, people, grid } = board.problem;
  const { target, tolerance } = at(people.interpreters, interpreter);
  const { fairness } = schedule.snapshot.weights;
  const load = num(board.load, interpreter);
  const takenBy = (column: Column): number =>
    at(bins, column.bin).interpreter === interpreter ? column.items.length : 0;
  const spread = (dual: number, prices: Prices): void => {
    for (let day = 0; day < grid.days; day++) addTo(prices.talk, interpreter * grid.days + day, -dual);
  };
  const common = { subjects: [`interpreter ${interpreter}`], takenBy, spread };
  return [
    { ...common, lower: -NO_LIMIT, upper: target + tolerance - load, least: -fairness, most: 0, unit: 1 },
    { ...common, lower: target - tolerance - load, upper: NO_LIMIT, least: 0, most: fairness, unit: 1 },
  ];
}

/** One choice of weights for one group of caseworkers or rooms in one period: a cell, or behind them a day. */
export function capacityRow(
  { board, cells, capacity }: World,
  { group, period, weights }: { group: number; period: number; weights: number },
): Row {
  const weight = at(capacity.packing.weights, weights);
  const types = board.problem.people.types.length;
  const day = period - cells.list.length;
  const inside = day < 0 ? [period] : at(cells.of, day);
  const isIn = ({ pool, cell }: Item): boolean =>
    inside.includes(cell) && at(capacity.groupsOf, pool).includes(group);
  return {
    subjects: [day < 0 ? `cell ${period}` : `day ${day}`],
    lower: -NO_LIMIT,
    upper: num(at(at(capacity.groups, group).most, period), weights),
    least: -NO_LIMIT,
    most: 0,
    unit: Math.max(...weight),
    takenBy: ({ items }) => items.reduce((sum, item) => sum + (isIn(item) ? num(weight, item.type) : 0), 0),
    spread: (dual, prices) => {
      capacity.groupsOf.forEach((groups, pool) => {
        if (!groups.includes(group)) return;
        for (const cell of inside)
          weight.forEach((each, type) => {
            addTo(prices.capacity, (pool * cells.list.length + cell) * types + type, -dual * each);
          });
      });
    },
  };
}

/** At most one visit of a bin. */
export function binRow(bin: number): Row {
  return {
    subjects: [`bin ${bin}`],
    lower: -NO_LIMIT,
    upper: 1,
    least: -NO_LIMIT,
    most: 0,
    unit: 1,
    takenBy: (column) => (column.bin === bin ? 1 : 0),
    spread: (dual, prices) => {
      prices.bin[bin] = -dual;
    },
  };
}

/** The subjects of the rows that a column can take something of. */
export function subjectsOf(column: Column, bin: Bin): readonly string[] {
  const cells = new Set(column.items.map(({ cell }) => `cell ${cell}`));
  const newcomers = column.items.map(({ newcomer }) => `newcomer ${newcomer}`);
  const person = bin.interpreter < 0 ? [] : subjectsOfPerson(bin);
  return [...newcomers, ...cells, ...person, `bin ${column.bin}`, `day ${bin.day}`];
}

function subjectsOfPerson({ interpreter, day, cell }: Bin): readonly string[] {
  const person = `interpreter ${interpreter}`;
  return [person, `${person} day ${day}`, `${person} cell ${cell}`];
}

function addTo(list: Float64Array, index: number, value: number): void {
  list[index] = num(list, index) + value;
}

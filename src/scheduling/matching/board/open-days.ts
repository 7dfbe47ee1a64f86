import { at, int } from '../at.js';
import { maskAt } from '../problem/mask-at.js';
import type { Problem } from '../problem/problem.js';
import { markDay, type StartMasks } from '../problem/start-mask.js';
import type { Board } from './board.js';

/** Sets of days, so that a search skips in one step the days on which nothing can be done. */
export interface OpenDays {
  /** Days on which anybody at a venue could lead a talk, by (venue × types + type) × `Grid.dayWords`. */
  readonly venue: Int32Array;
  /** Days on which an interpreter has a talk, by interpreter × `Grid.dayWords`. */
  readonly started: Int32Array;
  /** Days on which an interpreter may take no more talks, laid out like `started`. */
  readonly full: Int32Array;
}

/** Empty sets for all venues and interpreters. */
export function openDaysOf({ venues, people, grid }: Problem): OpenDays {
  return {
    venue: new Int32Array(venues.list.length * people.types.length * grid.dayWords),
    started: new Int32Array(people.interpreters.length * grid.dayWords),
    full: new Int32Array(people.interpreters.length * grid.dayWords),
  };
}

/** Says whether there is a start left for each type of talk, after the starts of a venue changed on a day. */
export function noteVenue(
  { venue: sets }: OpenDays,
  problem: Problem,
  { venue, day, masks }: { venue: number; day: number; masks: StartMasks },
): void {
  const { words, dayWords } = problem.grid;
  const types = problem.people.types.length;
  let from = maskAt(problem, venue, day);
  for (let type = 0; type < types; type++) {
    let any = 0;
    for (let word = 0; word < words; word++) any |= int(masks, from++);
    markDay(sets, (venue * types + type) * dayWords, { day, isIn: any !== 0 });
  }
}

/** Says on which days of a week an interpreter works and may take one more talk, after their talks changed. */
export function noteInterpreter(board: Board, interpreter: number, week: number): void {
  const { grid, people } = board.problem;
  const { maxPerDay, maxPerWeek } = at(people.interpreters, interpreter);
  const isWeekFull = int(board.weekLoad, interpreter * grid.weeks + week) >= maxPerWeek;
  const from = interpreter * grid.dayWords;
  for (let day = int(grid.weekStart, week); day < int(grid.weekStart, week + 1); day++) {
    const talks = at(board.interpreterTalks, interpreter * grid.days + day).length;
    markDay(board.openDays.started, from, { day, isIn: talks > 0 });
    markDay(board.openDays.full, from, { day, isIn: isWeekFull || talks >= maxPerDay });
  }
}

import { at, int } from '../at.js';
import { maskAt } from './mask-at.js';
import type { Problem } from './problem.js';
import type { Route } from './routes.js';
import { markDay } from './start-mask.js';

/** Days in order, and as a set of bits. */
interface DaySet {
  readonly list: Int32Array;
  readonly bits: Int32Array;
}

/** The days from `from` on at which a route could hold a talk of a type if nobody had any. */
export type RouteDays = (route: Route, type: number, from: number) => DaySet;

/** Newcomers with the same ways to a talk share their lists: a large instance has a million of them otherwise. */
export function routeDays(problem: Problem): RouteDays {
  const known = new Map<string, DaySet>();
  return (route, type, from) => {
    const lang = route.leaders ? route.lang : '';
    const key = `${route.interpreter} ${route.venue} ${type} ${from} ${lang}`;
    const days = known.get(key) ?? possibleDays(problem, route, { type, from });
    known.set(key, days);
    return days;
  };
}

/** The first day on which a newcomer could come at all. */
export function firstDayOf(newcomer: number, { newcomerStarts, grid }: Problem): number {
  const from = newcomer * grid.days * grid.words;
  const word = newcomerStarts.subarray(from, from + grid.days * grid.words).findIndex((bits) => bits !== 0);
  return word < 0 ? grid.days : Math.floor(word / grid.words);
}

function possibleDays(
  problem: Problem,
  route: Route,
  { type, from }: { type: number; from: number },
): DaySet {
  const list: number[] = [];
  const bits = new Int32Array(problem.grid.dayWords);
  for (let day = from; day < problem.grid.days && type >= 0; day++) {
    if (!hasStart(problem, route, { type, day })) continue;
    list.push(day);
    markDay(bits, 0, { day, isIn: true });
  }
  return { list: Int32Array.from(list), bits };
}

/** True when interpreter and some caseworker of the venue have a start in common. */
function hasStart(problem: Problem, route: Route, { type, day }: { type: number; day: number }): boolean {
  const { grid, free } = problem;
  for (let word = 0; word < grid.words; word++) {
    const inType = type * grid.words + word;
    const there =
      route.interpreter < 0 ? -1 : int(free.interpreter, maskAt(problem, route.interpreter, day) + inType);
    let led = 0;
    for (const post of at(problem.postsOn, route.venue * grid.days + day))
      if (!route.leaders || int(route.leaders, at(free.posts, post).caseworker) === 1)
        led |= int(free.post, maskAt(problem, post, day) + inType);
    if ((there & led) !== 0) return true;
  }
  return false;
}

import { planCost } from '../../cost/plan-cost.js';
import { at, num } from '../at.js';
import { maskAt } from '../problem/mask-at.js';
import type { Problem } from '../problem/problem.js';
import type { StartMasks } from '../problem/start-mask.js';

/**
 * A plan that is being worked on. Unlike everything else in scheduling it is changed in place, some hundred thousand
 * times a second; only `place`, `remove` and `placeFixed` change it. Index = newcomer unless said otherwise.
 */
export interface Board {
  readonly problem: Problem;
  /** Day from the beginning of the horizon; -1 without a talk. */
  readonly day: Int32Array;
  /** Minutes since 1970. */
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly bufferEnd: Int32Array;
  readonly route: Int32Array;
  readonly caseworker: Int32Array;
  readonly room: Int32Array;
  readonly interpreter: Int32Array;
  readonly place: Int32Array;
  /** Rappen of the talk itself, without money and fairness. */
  readonly ownCost: Int32Array;
  /** 1 for pinned talks, which nobody may move. */
  readonly fixed: Uint8Array;
  /** Newcomers with a talk, by person or room × days + day, sorted by start. */
  readonly caseworkerTalks: readonly number[][];
  readonly roomTalks: readonly number[][];
  readonly interpreterTalks: readonly number[][];
  /** Rappen for visits, by interpreter × days + day. */
  readonly money: Int32Array;
  /** Talks of an interpreter in the horizon, and by interpreter × weeks + week. */
  readonly load: Int32Array;
  readonly weekLoad: Int32Array;
  /** What is still free, laid out like `FreeStarts`. */
  readonly freePost: StartMasks;
  readonly freeRoom: StartMasks;
  /** Starts at which anybody at a venue could lead a talk, by (venue × days + day) × types + type. */
  readonly freeVenue: StartMasks;
  /** Rappen of the whole plan. */
  total: number;
}

/** A board on which nobody has a talk yet but those with a pinned appointment. */
export function boardOf(problem: Problem): Board {
  const { people, grid, free, schedule } = problem;
  const numbers = (): Int32Array => new Int32Array(people.newcomers.length);
  const lists = (count: number): number[][] => Array.from({ length: count * grid.days }, () => []);
  return {
    problem,
    day: numbers().fill(-1),
    start: numbers(),
    end: numbers(),
    bufferEnd: numbers(),
    route: numbers().fill(-1),
    caseworker: numbers().fill(-1),
    room: numbers().fill(-1),
    interpreter: numbers().fill(-1),
    place: numbers(),
    ownCost: numbers(),
    fixed: new Uint8Array(people.newcomers.length),
    caseworkerTalks: lists(people.caseworkers.length),
    roomTalks: lists(people.rooms.length),
    interpreterTalks: lists(people.interpreters.length),
    money: new Int32Array(people.interpreters.length * grid.days),
    load: new Int32Array(people.interpreters.length),
    weekLoad: new Int32Array(people.interpreters.length * grid.weeks),
    freePost: free.post.slice(),
    freeRoom: free.room.slice(),
    freeVenue: venueStarts(problem),
    total: planCost(schedule).total,
  };
}

function venueStarts(problem: Problem): StartMasks {
  const { grid, people, venues, free } = problem;
  const masks = new Int32Array(venues.list.length * grid.days * people.types.length * grid.words);
  venues.list.forEach((_, venue) => {
    for (let day = 0; day < grid.days; day++) joinPosts(problem, { venue, day }, { posts: free.post, masks });
  });
  return masks;
}

/** Writes into `masks` the starts that any of the posts of a venue allows on a day. */
export function joinPosts(
  problem: Problem,
  { venue, day }: { venue: number; day: number },
  { posts, masks }: { posts: StartMasks; masks: StartMasks },
): void {
  const size = problem.people.types.length * problem.grid.words;
  const to = maskAt(problem, venue, day);
  for (let i = 0; i < size; i++) masks[to + i] = 0;
  for (const post of at(problem.postsOn, venue * problem.grid.days + day)) {
    const from = maskAt(problem, post, day);
    for (let i = 0; i < size; i++) masks[to + i] = num(masks, to + i) | num(posts, from + i);
  }
}

/** Rappen by which fairness changes when an interpreter gets `change` more talks. */
export function fairnessChange(board: Board, interpreter: number, change: number): number {
  const person = board.problem.people.interpreters[interpreter];
  const { fairness } = board.problem.schedule.snapshot.weights;
  if (!person || fairness === 0) return 0;
  const distance = (talks: number): number => Math.max(0, Math.abs(talks - person.target) - person.tolerance);
  const talks = num(board.load, interpreter);
  return fairness * (distance(talks + change) - distance(talks));
}

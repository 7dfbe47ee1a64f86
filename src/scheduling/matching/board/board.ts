import { planCost } from '../../cost/plan-cost.js';
import { at, int } from '../at.js';
import { maskAt, maskSize } from '../problem/mask-at.js';
import type { Problem } from '../problem/problem.js';
import type { StartMasks } from '../problem/start-mask.js';
import { noteInterpreter, noteVenue, openDaysOf, type OpenDays } from './open-days.js';

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
  readonly fixed: Int32Array;
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
  readonly openDays: OpenDays;
  /** Bits that the talk of a newcomer takes out of the masks of its day, one mask per type of talk. */
  readonly taken: StartMasks;
  /** Rappen by which fairness changes when an interpreter gets one more talk. */
  readonly joinCost: Int32Array;
  /** Rappen of the whole plan. */
  total: number;
}

/** A board on which nobody has a talk yet but those with a pinned appointment. */
export function boardOf(problem: Problem): Board {
  const { people, grid, free, schedule, venues } = problem;
  const size = maskSize(problem);
  const numbers = (): Int32Array => new Int32Array(people.newcomers.length);
  const lists = (count: number): number[][] => Array.from({ length: count * grid.days }, () => []);
  const board: Board = {
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
    fixed: new Int32Array(people.newcomers.length),
    caseworkerTalks: lists(people.caseworkers.length),
    roomTalks: lists(people.rooms.length),
    interpreterTalks: lists(people.interpreters.length),
    money: new Int32Array(people.interpreters.length * grid.days),
    load: new Int32Array(people.interpreters.length),
    weekLoad: new Int32Array(people.interpreters.length * grid.weeks),
    freePost: free.post.slice(),
    freeRoom: free.room.slice(),
    freeVenue: new Int32Array(venues.list.length * grid.days * size),
    openDays: openDaysOf(problem),
    taken: new Int32Array(people.newcomers.length * size),
    joinCost: new Int32Array(people.interpreters.length),
    total: planCost(schedule).total,
  };
  noteEmpty(board);
  return board;
}

/** Writes down what follows from nobody having a talk. */
function noteEmpty(board: Board): void {
  const { grid, venues, people } = board.problem;
  venues.list.forEach((_, venue) => {
    for (let day = 0; day < grid.days; day++) joinPosts(board, venue, day);
  });
  people.interpreters.forEach((_, interpreter) => {
    countTalk(board, interpreter, 0);
    for (let week = 0; week < grid.weeks; week++) noteInterpreter(board, interpreter, week);
  });
}

/** Finds the starts that any of the posts of a venue allows on a day. */
export function joinPosts(board: Board, venue: number, day: number): void {
  const { problem, freeVenue, freePost } = board;
  const size = maskSize(problem);
  const to = maskAt(problem, venue, day);
  for (let i = 0; i < size; i++) freeVenue[to + i] = 0;
  for (const post of at(problem.postsOn, venue * problem.grid.days + day)) {
    const from = maskAt(problem, post, day);
    for (let i = 0; i < size; i++) freeVenue[to + i] = int(freeVenue, to + i) | int(freePost, from + i);
  }
  noteVenue(board.openDays, problem, { venue, day, masks: freeVenue });
}

/** Counts `change` more talks of an interpreter in the horizon. Returns the change of fairness in Rappen. */
export function countTalk(board: Board, interpreter: number, change: number): number {
  const before = int(board.load, interpreter);
  const now = before + change;
  board.load[interpreter] = now;
  const cost = fairnessCost(board, interpreter, now);
  board.joinCost[interpreter] = fairnessCost(board, interpreter, now + 1) - cost;
  return cost - fairnessCost(board, interpreter, before);
}

function fairnessCost({ problem }: Board, interpreter: number, talks: number): number {
  const { target, tolerance } = at(problem.people.interpreters, interpreter);
  const { fairness } = problem.schedule.snapshot.weights;
  return fairness * Math.max(0, Math.abs(talks - target) - tolerance);
}

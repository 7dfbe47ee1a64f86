import type { Problem } from './problem.js';

/** Offset of the mask of one person or room on one day for one type of talk. */
export function maskAt(problem: Problem, index: number, day: number): number {
  return (index * problem.grid.days + day) * problem.people.types.length * problem.grid.words;
}

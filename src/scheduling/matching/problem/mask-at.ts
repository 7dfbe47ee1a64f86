import type { Problem } from './problem.js';

/** Offset of the mask of one person or room on one day for one type of talk. */
export function maskAt(problem: Problem, index: number, day: number): number {
  return (index * problem.grid.days + day) * maskSize(problem);
}

/** Words of the masks of one person or room on one day, all types of talk together. */
export function maskSize({ people, grid }: Problem): number {
  return people.types.length * grid.words;
}

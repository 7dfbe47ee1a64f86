import type { Interpreter, Snapshot } from '../../model.js';
import { at, num } from '../at.js';
import type { Part } from './parts.js';

/** Parts that are planned one after the other; two lanes are planned at the same time. */
export type Lane = readonly Part[];

/** How many parts are planned at the same time; fixed, because the plan depends on it. */
export const LANES = 2;

/** Shares the parts out so that the lanes have about as many newcomers each. */
export function lanesOf(parts: readonly Part[]): readonly Lane[] {
  const lanes: Part[][] = Array.from({ length: LANES }, () => []);
  const sizes = new Int32Array(LANES);
  for (const part of parts) {
    const lightest = sizes.indexOf(Math.min(...sizes));
    at(lanes, lightest).push(part);
    sizes[lightest] = num(sizes, lightest) + part.newcomers.length;
  }
  return lanes;
}

/** True when the rules of places let an interpreter work for a part at all. */
export function reaches({ video, onsite, travel }: Interpreter, { sites }: Part): boolean {
  return video !== null || (onsite !== null && Object.keys(travel).some((site) => sites.has(site)));
}

/**
 * The interpreters of each lane in a round. Whoever could work in several lanes belongs to one at a time, and to the
 * next one in the next round.
 */
export function poolsOf(
  { interpreters }: Snapshot,
  lanes: readonly Lane[],
  round: number,
): readonly ReadonlySet<string>[] {
  const pools = lanes.map(() => new Set<string>());
  interpreters.forEach((interpreter, index) => {
    const open = pools.filter((_, lane) => at(lanes, lane).some((part) => reaches(interpreter, part)));
    open[(index + round) % open.length]?.add(interpreter.id);
  });
  return pools;
}

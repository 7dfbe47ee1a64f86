import { at, num } from '../at.js';
import type { Cells } from './cells.js';
import type { Packing } from './packing.js';
import type { Server } from './server-reader.js';

/** Caseworkers or rooms that share talks. */
export interface ServerGroup {
  /** By period (cells, then days) and choice of weights: the most that can take place; Infinity where cells say it all. */
  readonly most: readonly Float64Array[];
  /** By cell: how many of them have any time. */
  readonly servers: Int32Array;
}

/** What these servers can do together. On a day the numbers of their talks count; how long these are, cells say. */
export function groupOf(members: readonly Server[], cells: Cells, packing: Packing): ServerGroup {
  const inCells = cells.list.map((_, cell) => {
    const sum = new Float64Array(packing.weights.length);
    for (const { inCell } of members)
      at(inCell, cell).forEach((weight, index) => {
        sum[index] = num(sum, index) + weight;
      });
    return sum;
  });
  const ones = packing.weights.findIndex((weight) => weight.every((each) => each === 1));
  const onDays = cells.of.map((own, day) => {
    const talksOf = ({ inCell }: Server): number =>
      own.reduce((sum, cell) => sum + num(at(inCell, cell), ones), 0);
    const all = members.reduce((sum, server) => sum + talksOf(server), 0);
    const most = members.reduce((sum, server) => sum + Math.min(num(server.onDay, day), talksOf(server)), 0);
    const limits = new Float64Array(packing.weights.length).fill(Infinity);
    if (most < all) limits[ones] = most;
    return limits;
  });
  const servers = Int32Array.from(cells.list, (_, cell) =>
    members.reduce((sum, { isThere }) => sum + num(isThere, cell), 0),
  );
  return { most: [...inCells, ...onDays], servers };
}

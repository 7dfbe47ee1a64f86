import { at, num } from '../../at.js';

/** Sets of caseworkers or rooms, of which a talk at a time needs one member. Servers are numbers, members sorted. */
export interface ServerSets {
  readonly members: readonly (readonly number[])[];
  /** Number of a set, a new one when it is not known yet. */
  readonly idOf: (members: readonly number[]) => number;
}

/** No sets yet. */
export function serverSets(): ServerSets {
  const members: (readonly number[])[] = [];
  const known = new Map<string, number>();
  return {
    members,
    idOf: (list) => {
      const key = list.join(' ');
      const id = known.get(key) ?? members.push(list) - 1;
      known.set(key, id);
      return id;
    },
  };
}

/** By number of set: 1 when all its members are among `servers`. */
export function setsWithin(sets: ServerSets, servers: readonly number[]): Uint8Array {
  const inside = new Set(servers);
  return Uint8Array.from(sets.members, (members) =>
    members.length > 0 && members.every((member) => inside.has(member)) ? 1 : 0,
  );
}

/** True when two talks can only have the same server. */
export function needSameServer(sets: ServerSets, a: number, b: number): boolean {
  const [first, second] = [at(sets.members, a), at(sets.members, b)];
  return first.length === 1 && second.length === 1 && num(first, 0) === num(second, 0);
}

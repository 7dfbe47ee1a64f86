import type { Problem } from '../problem/problem.js';
import type { Route } from '../problem/routes.js';

/** Talks that the same caseworkers and rooms can hold. */
interface Pool {
  readonly venue: number;
  /** Numbers of the caseworkers who speak the language; null: everybody of the office, beside an interpreter. */
  readonly leaders: readonly number[] | null;
}

/** The pools of all routes, and how to find them. */
export interface Pools {
  readonly list: readonly Pool[];
  readonly of: (route: Route) => number;
}

/** Finds which routes share caseworkers and rooms. */
export function poolsOf({ invitees }: Problem): Pools {
  const list: Pool[] = [];
  const known = new Map<string, number>();
  const keys = new Map<Int32Array | null, string>([[null, '']]);
  const keyOf = ({ venue, leaders }: Route): string => {
    const key = keys.get(leaders) ?? `of ${membersOf(leaders).join(' ')}`;
    keys.set(leaders, key);
    return `${venue} ${key}`;
  };
  for (const { routes } of invitees)
    for (const route of routes) {
      const key = keyOf(route);
      if (known.has(key)) continue;
      const leaders = route.leaders ? membersOf(route.leaders) : null;
      known.set(key, list.push({ venue: route.venue, leaders }) - 1);
    }
  return { list, of: (route) => known.get(keyOf(route)) ?? -1 };
}

function membersOf(leaders: Int32Array | null): readonly number[] {
  return [...(leaders ?? [])].flatMap((isOne, caseworker) => (isOne === 1 ? [caseworker] : []));
}

import { at } from '../at.js';
import type { Board } from '../board/board.js';
import type { Cells } from './cells.js';
import { packingOf, type Packing } from './packing.js';
import { poolsOf, type Pools } from './pools.js';
import { groupOf, type ServerGroup } from './server-group.js';
import { serverReader, type Server } from './server-reader.js';
import { unionsOf } from './unions.js';

export interface Capacity {
  readonly packing: Packing;
  readonly pools: Pools;
  /** Caseworkers or rooms that share talks. */
  readonly groups: readonly ServerGroup[];
  /** By pool: the groups in which its talks have a place each, the whole office first. */
  readonly groupsOf: readonly (readonly number[])[];
}

/** The most sets of caseworkers of one office that are looked at. */
const MOST_SETS = 24;

/**
 * What caseworkers and rooms can hold in each cell and on each day beside the pinned talks on the board. Those who speak
 * the same languages are groups as well: they have to lead all talks that nobody else could (Hall's condition).
 */
export function capacityOf(board: Board, cells: Cells): Capacity {
  const { venues, people, grid } = board.problem;
  const packing = packingOf(people.types, grid.slotMinutes);
  const pools = poolsOf(board.problem);
  const reader = serverReader(board, cells, packing);
  const groups: ServerGroup[] = [];
  const known = new Map<string, number>();
  const group = (key: string, servers: () => readonly Server[]): number => {
    const index = known.get(key) ?? groups.push(groupOf(servers(), cells, packing)) - 1;
    known.set(key, index);
    return index;
  };
  const setsOf = setFinder(board, pools);
  const groupsOf = pools.list.map(({ venue, leaders }) => {
    const { office, site } = at(venues.list, venue);
    const sets = setsOf(office, leaders);
    const anywhere = sets.map((set) =>
      group(`office ${set.join(' ')}`, () => set.map((caseworker) => reader.anywhere(caseworker))),
    );
    if (site < 0) return anywhere;
    const there = sets.map((set) =>
      group(`site ${site} ${set.join(' ')}`, () => set.map((caseworker) => reader.atSite(caseworker, site))),
    );
    return [...anywhere, ...there, group(`rooms ${site}`, () => reader.rooms(site))];
  });
  return { packing, pools, groups, groupsOf };
}

type SetFinder = (office: string, leaders: readonly number[] | null) => readonly (readonly number[])[];

/** Finds all caseworkers of an office, and the sets of them to which all who can lead certain talks belong. */
function setFinder({ problem }: Board, { list }: Pools): SetFinder {
  const { people, venues } = problem;
  const byOffice = new Map<string, readonly (readonly number[])[]>();
  const membersOf = (office: string): readonly number[] =>
    people.caseworkers.flatMap((caseworker, index) => (caseworker.office === office ? [index] : []));
  const familyOf = (office: string): readonly (readonly number[])[] => {
    const own = list.filter(({ venue }) => at(venues.list, venue).office === office);
    const family = unionsOf(
      own.flatMap(({ leaders }) => (leaders ? [leaders] : [])),
      MOST_SETS,
    );
    byOffice.set(office, family);
    return family;
  };
  return (office, leaders) => {
    const all = membersOf(office);
    const family = byOffice.get(office) ?? familyOf(office);
    const around = family.filter((set) => set.length < all.length && isWithin(leaders ?? all, set));
    return [all, ...around];
  };
}

function isWithin(few: readonly number[], many: readonly number[]): boolean {
  return few.every((one) => many.includes(one));
}

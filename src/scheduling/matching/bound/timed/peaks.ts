import { at, num } from '../../at.js';
import type { Bin } from '../bins.js';
import type { Column } from '../pricing.js';
import type { Row } from '../rows.js';
import { unionsOf } from '../unions.js';
import { setsWithin } from './servers.js';
import type { TimedItem, TimedItems } from './timed-items.js';

interface World {
  readonly bins: readonly Bin[];
  readonly timed: TimedItems;
  readonly slots: number;
}

/** Some servers, who can only have one talk each at a time, at one slot of a day. */
interface Peak {
  readonly day: number;
  readonly slot: number;
  readonly servers: readonly number[];
  readonly most: number;
}

const TOLERANCE = 1e-4;

/** The most unions of sets that are looked at for one slot. */
const MOST_UNIONS = 24;

interface Share {
  readonly item: TimedItem;
  readonly share: number;
}

/**
 * Finds rows "these caseworkers (or rooms) are in at most so many talks at this time" that a solution breaks. Talks that
 * only they can lead count; the servers are unions of those that talks ask for (Hall's condition).
 */
export function peakFinder(
  world: World,
): (columns: readonly (Column | null)[], values: ArrayLike<number>, known: Set<string>) => readonly Row[] {
  const free = freeServers(world);
  return (columns, values, known) => {
    const rows: Row[] = [];
    for (const [moment, shares] of sharesByMoment(world, columns, values)) {
      const there = free.get(moment) ?? new Set<number>();
      const day = Math.floor(moment / world.slots);
      for (const kind of ['leaders', 'rooms'] as const) {
        const worst = worstUnion(world, shares, { kind, there });
        if (!worst) continue;
        const peak = { day, slot: moment - day * world.slots, ...worst };
        const key = `${moment} ${peak.servers.join(' ')}`;
        if (known.has(key)) continue;
        known.add(key);
        rows.push(peakRow(world, peak));
      }
    }
    return rows;
  };
}

/** By day × slots + slot: the servers whom some talk could have then. */
function freeServers({ bins, timed, slots }: World): ReadonlyMap<number, ReadonlySet<number>> {
  const free = new Map<number, Set<number>>();
  const seen = new Set<string>();
  timed.of.forEach((items, bin) => {
    for (const { from, to, leaders, rooms } of items.flat()) {
      const first = at(bins, bin).day * slots;
      const key = `${first} ${from} ${to} ${leaders} ${rooms}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const servers = [leaders, rooms].flatMap((set) => at(timed.servers.members, set));
      for (let moment = first + from; moment < first + to; moment++)
        free.set(moment, new Set([...(free.get(moment) ?? []), ...servers]));
    }
  });
  return free;
}

/** The talks that a solution has at each slot at which one starts. */
function sharesByMoment(
  { bins, slots }: World,
  columns: readonly (Column | null)[],
  values: ArrayLike<number>,
): ReadonlyMap<number, readonly Share[]> {
  const all = new Map<number, Share[]>();
  const starts = new Set<number>();
  columns.forEach((column, index) => {
    const share = num(values, index);
    if (!column || share < 1e-9) return;
    for (const item of timedItems(column)) {
      const first = at(bins, column.bin).day * slots;
      starts.add(first + item.from);
      for (let slot = item.from; slot < item.to; slot++) {
        const shares = all.get(first + slot) ?? [];
        shares.push({ item, share });
        all.set(first + slot, shares);
      }
    }
  });
  return new Map([...all].filter(([moment]) => starts.has(moment)));
}

function worstUnion(
  { timed }: World,
  shares: readonly Share[],
  { kind, there }: { kind: 'leaders' | 'rooms'; there: ReadonlySet<number> },
): { servers: readonly number[]; most: number } | undefined {
  const bySet = new Map<number, number>();
  for (const { item, share } of shares) bySet.set(item[kind], (bySet.get(item[kind]) ?? 0) + share);
  let worst: { servers: readonly number[]; most: number } | undefined;
  let excess = TOLERANCE;
  const sets = [...bySet.keys()].map((set) => at(timed.servers.members, set));
  for (const servers of unionsOf(sets, MOST_UNIONS)) {
    if (servers.length === 0) continue;
    const inside = new Set(servers);
    const most = servers.filter((server) => there.has(server)).length;
    let used = 0;
    for (const [set, share] of bySet) {
      const members = at(timed.servers.members, set);
      if (members.length > 0 && members.every((member) => inside.has(member))) used += share;
    }
    if (used - most <= excess) continue;
    excess = used - most;
    worst = { servers, most };
  }
  return worst;
}

function peakRow({ bins, timed, slots }: World, { day, slot, servers, most }: Peak): Row {
  const within = setsWithin(timed.servers, servers);
  const counts = (item: TimedItem): boolean =>
    item.from <= slot && slot < item.to && num(within, item.leaders) + num(within, item.rooms) > 0;
  return {
    subjects: [`day ${day}`],
    lower: -Infinity,
    upper: most,
    least: -Infinity,
    most: 0,
    unit: 1,
    takenBy: (column) =>
      at(bins, column.bin).day === day ? timedItems(column).filter((item) => counts(item)).length : 0,
    spread: (dual, prices) => {
      within.forEach((isIn, set) => {
        const moments = at(prices.moments, set);
        const after = day * (slots + 1) + slot + 1;
        if (isIn === 1) moments[after] = num(moments, after) - dual;
      });
    },
  };
}

/** The talks of a column of the relaxation with times. */
function timedItems(column: Column): readonly TimedItem[] {
  return column.items as readonly TimedItem[];
}

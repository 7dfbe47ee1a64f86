import { at, num } from '../../at.js';
import type { Column } from '../pricing.js';
import type { Row } from '../rows.js';

/** Three newcomers: a plan has at most one visit with two or three of them, halves of visits could be three halves. */
export interface Triple {
  /** Rappen that such a visit pays. */
  readonly price: number;
}

type Three = readonly [number, number, number];

/** The most that are added in a round, and how much they must be broken. */
const MOST = 60;
const TOLERANCE = 0.02;

/** Rows for the triples of which a solution has more than one pair, the most broken first; then they are `known`. */
export function violatedTriples(
  columns: readonly (Column | null)[],
  values: ArrayLike<number>,
  known: Set<string>,
): readonly Row[] {
  const shares = sharedBy(columns, values);
  const found = triplesOf(shares.pairs).flatMap((three) => {
    const [a, b, c] = three;
    const key = three.join(' ');
    const pairs = shares.of(a, b) + shares.of(a, c) + shares.of(b, c);
    const excess = pairs - 2 * (shares.all.get(key) ?? 0) - 1;
    return excess > TOLERANCE && !known.has(key) ? [{ three, key, excess }] : [];
  });
  found.sort((a, b) => b.excess - a.excess || (a.key < b.key ? -1 : 1));
  return found.slice(0, MOST).map(({ three, key }) => {
    known.add(key);
    return tripleRow(three);
  });
}

interface Shares {
  readonly pairs: ReadonlyMap<number, ReadonlyMap<number, number>>;
  readonly all: ReadonlyMap<string, number>;
  readonly of: (a: number, b: number) => number;
}

/** How much of a visit each pair and each three of newcomers have together. */
function sharedBy(columns: readonly (Column | null)[], values: ArrayLike<number>): Shares {
  const pairs = new Map<number, Map<number, number>>();
  const all = new Map<string, number>();
  columns.forEach((column, index) => {
    const share = num(values, index);
    if (!column || share < 1e-6) return;
    const ids = column.items.map(({ newcomer }) => newcomer).sort((a, b) => a - b);
    for (const a of ids) for (const b of ids) if (a !== b) addShare(pairs, [a, b], share);
    for (const three of threesOf(ids)) all.set(three, (all.get(three) ?? 0) + share);
  });
  return { pairs, all, of: (a, b) => pairs.get(a)?.get(b) ?? 0 };
}

function threesOf(ids: readonly number[]): readonly string[] {
  return ids.flatMap((a, i) =>
    ids.slice(i + 1).flatMap((b, j) => ids.slice(i + j + 2).map((c) => `${a} ${b} ${c}`)),
  );
}

function addShare(
  pairs: Map<number, Map<number, number>>,
  [a, b]: readonly [number, number],
  share: number,
): void {
  const near = pairs.get(a) ?? new Map<number, number>();
  near.set(b, (near.get(b) ?? 0) + share);
  pairs.set(a, near);
}

/** All threes of which at least two pairs share a visit. */
function triplesOf(pairs: Shares['pairs']): readonly Three[] {
  const found = new Map<string, Three>();
  for (const [middle, near] of pairs) {
    const others = [...near.keys()];
    others.forEach((a, index) => {
      for (const b of others.slice(index + 1)) {
        const three = [middle, a, b].sort((x, y) => x - y);
        found.set(three.join(' '), [num(three, 0), num(three, 1), num(three, 2)]);
      }
    });
  }
  return [...found.values()];
}

function tripleRow(three: Three): Row {
  const inside = new Set(three);
  return {
    subjects: three.map((newcomer) => `newcomer ${newcomer}`),
    lower: -Infinity,
    upper: 1,
    least: -Infinity,
    most: 0,
    unit: 1,
    takenBy: ({ items }) => Math.floor(items.filter(({ newcomer }) => inside.has(newcomer)).length / 2),
    spread: (dual, prices) => {
      const triple: Triple = { price: -dual };
      for (const newcomer of three) at(prices.triples, newcomer).push(triple);
    },
  };
}

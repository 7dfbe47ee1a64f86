/** A stretch of time in minutes since 1970-01-01T00:00Z that includes `from` and excludes `to`. */
export interface Interval {
  readonly from: number;
  readonly to: number;
}

/** True when the two share at least one minute; 9–10 and 10–11 do not. */
export function overlaps(a: Interval, b: Interval): boolean {
  return a.from < b.to && b.from < a.to;
}

/** True when one ends where the other begins. */
export function touches(a: Interval, b: Interval): boolean {
  return a.to === b.from || b.to === a.from;
}

/** True when one single stretch of the list holds all of `inner`; merge the list first if stretches may adjoin. */
export function covers(list: readonly Interval[], inner: Interval): boolean {
  return list.some((outer) => outer.from <= inner.from && inner.to <= outer.to);
}

/** The same minutes as few, sorted, disjoint stretches that do not touch; empty stretches are dropped. */
export function merge(list: readonly Interval[]): readonly Interval[] {
  const sorted = list.filter((x) => x.from < x.to).sort((a, b) => a.from - b.from);
  const merged: Interval[] = [];
  for (const next of sorted) {
    const last = merged.at(-1);
    if (last === undefined || next.from > last.to) merged.push(next);
    else if (next.to > last.to) merged[merged.length - 1] = { from: last.from, to: next.to };
  }
  return merged;
}

/** The minutes that are in both lists; sorted and merged. */
export function intersect(a: readonly Interval[], b: readonly Interval[]): readonly Interval[] {
  const common = a.flatMap((x) =>
    b
      .filter((y) => overlaps(x, y))
      .map((y) => ({ from: Math.max(x.from, y.from), to: Math.min(x.to, y.to) })),
  );
  return merge(common);
}

/** The minutes of `list` that are in none of the `cuts`; sorted and merged. */
export function subtract(list: readonly Interval[], cuts: readonly Interval[]): readonly Interval[] {
  const rest: Interval[] = [];
  const sortedCuts = merge(cuts);
  for (const whole of merge(list)) {
    let from = whole.from;
    for (const cut of sortedCuts) {
      if (cut.to <= from || cut.from >= whole.to) continue;
      if (cut.from > from) rest.push({ from, to: cut.from });
      from = cut.to;
    }
    if (from < whole.to) rest.push({ from, to: whole.to });
  }
  return rest;
}

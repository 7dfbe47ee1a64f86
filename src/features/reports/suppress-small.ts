import type { TalkFigures } from './talk-figures.js';

/** A group as it may be published: null is a figure below the threshold, or one that would give such a figure away. */
export interface PublishedFigures {
  readonly talks: number | null;
  readonly held: number | null;
  readonly noShow: number | null;
  readonly cancelled: number | null;
  readonly persons: number | null;
  /** Mean over the talks held, in days with one decimal. */
  readonly meanWaitingDays: number | null;
  readonly costRappen: number | null;
}

/** Groups of fewer may be known by name to a reader (reliability.md 5: k ≥ 5). */
export const SMALLEST_GROUP = 5;

const counts = ['talks', 'held', 'noShow', 'cancelled', 'persons'] as const;

type Count = (typeof counts)[number];
type Hidden = ReadonlyMap<Count, ReadonlySet<number>>;

/**
 * Hides what is smaller than the smallest group: a whole row when its talks are so few, else single counts. Where the
 * hidden counts of a column could be reckoned from its total, the next smallest is hidden too.
 */
export function suppressSmall(groups: readonly TalkFigures[]): PublishedFigures[] {
  const talks = hiddenOf(
    groups.map((group) => group.talks),
    new Set(),
  );
  const hidden: Hidden = new Map(
    counts.map((count) => [
      count,
      hiddenOf(
        groups.map((group) => group[count]),
        talks,
      ),
    ]),
  );
  return groups.map((group, index) => published(group, index, hidden));
}

/** The total of all groups; nothing can be subtracted from it, because no larger one is shown. */
export function publishedTotal(groups: readonly TalkFigures[]): PublishedFigures {
  const sum = (key: keyof TalkFigures): number => groups.reduce((total, group) => total + group[key], 0);
  const total: TalkFigures = {
    talks: sum('talks'),
    held: sum('held'),
    noShow: sum('noShow'),
    cancelled: sum('cancelled'),
    persons: sum('persons'),
    waitingDays: sum('waitingDays'),
    costRappen: sum('costRappen'),
  };
  return suppressSmall([total])[0] ?? published(total, 0, new Map());
}

/** Indexes of the values to hide, those of hidden rows among them. */
function hiddenOf(values: readonly number[], rows: ReadonlySet<number>): Set<number> {
  const hidden = new Set(rows);
  for (const [index, value] of values.entries()) if (isSmall(value)) hidden.add(index);
  const visible = values
    .map((value, index) => ({ value, index }))
    .filter(({ value, index }) => value > 0 && !hidden.has(index))
    .sort((a, b) => a.value - b.value || a.index - b.index);
  while (isGivenAway(values, hidden)) {
    const next = visible.shift();
    if (!next) break;
    hidden.add(next.index);
  }
  return hidden;
}

const isSmall = (value: number): boolean => value > 0 && value < SMALLEST_GROUP;

/** One hidden count is what is missing to the total; several small ones together may be as telling. */
function isGivenAway(values: readonly number[], hidden: ReadonlySet<number>): boolean {
  const secret = [...hidden].map((index) => values[index] ?? 0).filter((value) => value > 0);
  if (secret.length === 0 || values.length === 1) return false;
  return secret.length === 1 || isSmall(secret.reduce((sum, value) => sum + value, 0));
}

function published(figures: TalkFigures, index: number, hidden: Hidden): PublishedFigures {
  const shown = (count: Count): number | null => (hidden.get(count)?.has(index) ? null : figures[count]);
  const held = shown('held');
  const mean = held === null || held === 0 ? null : Math.round((figures.waitingDays / held) * 10) / 10;
  return {
    talks: shown('talks'),
    held,
    noShow: shown('noShow'),
    cancelled: shown('cancelled'),
    persons: shown('persons'),
    meanWaitingDays: mean,
    costRappen: shown('talks') === null ? null : figures.costRappen,
  };
}

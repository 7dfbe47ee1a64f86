import type { TariffRules } from '../../src/scheduling/tariffs/tariff-rules.js';

/**
 * What visits cost by one tariff, counted minute by minute and without the product's tariffs. Minutes since
 * 1970-01-01T00:00Z, in weeks of January 2027 in which Zürich is an hour ahead and no day is a holiday.
 */
export const oracleRules: TariffRules = {
  prices: { onsite: { kind: 'hourly', hourly: 105_00, minMinutes: 60, stepMinutes: 15 } },
  visitFlat: 0,
  countsFromAgreedStart: true,
  unusedPercent: 50,
  waiting: 'worked',
  travel: { kind: 'flat', amount: 37_50, far: null },
  newVisitAfterMinutes: 30,
  express: {
    unless: { kind: 'hours', hours: 24, without: ['weekends', 'holidays'], exactly: 'in-time' },
    flat: 40_00,
    percent: 0,
  },
  surcharges: [],
  cancellation: [
    {
      unless: { kind: 'hours', hours: 24, without: ['weekends', 'holidays'], exactly: 'in-time' },
      fullMinutes: 60,
      restPercent: 50,
      flat: false,
      travel: false,
    },
  ],
  postponement: 'cancellation',
  totalStep: 1,
};

/** Half-open. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

const QUARTER = 26_25;
const JOURNEY = 37_50;
const EXPRESS = 40_00;
const ZURICH_AHEAD = 60;
const DAY = 1440;

/** @param talks of one visit @param askedAt when the interpreter was first asked for it; null: nobody asked */
export function plannedCost(talks: readonly Stretch[], askedAt: number | null): number {
  return staysIn(talks).reduce(
    (sum, stay) => sum + quarters(stay).length * QUARTER + JOURNEY,
    late(talks, askedAt),
  );
}

/** The same after the interpreter worked from `worked.from` to `worked.to`. */
export function workedCost(talks: readonly Stretch[], askedAt: number | null, worked: Stretch): number {
  const sorted = inOrder(talks);
  const [first, last] = [sorted[0], sorted.at(-1)];
  const of = (talk: Stretch): Stretch => ({
    from: talk === first ? worked.from : Math.max(talk.from, worked.from),
    to: talk === last ? worked.to : Math.min(talk.to, worked.to),
  });
  return staysIn(sorted).reduce(
    (sum, stay) => {
      const held = stay.talks.filter((talk) => of(talk).from < of(talk).to);
      const [begin, end] = [held[0], held.at(-1)];
      const used = begin && end ? of(end).to - Math.min(begin.from, of(begin).from) : 0;
      const paid = quarters({ from: 0, to: used }).length;
      const unused = Math.max(0, quarters(stay).length - paid);
      return sum + paid * QUARTER + Math.round((unused * QUARTER) / 2) + JOURNEY;
    },
    late(talks, askedAt),
  );
}

/** What is due at `at` when `before` becomes `after`, all of one interpreter at one place on one day. */
export function givenUpCost(before: readonly Stretch[], after: readonly Stretch[], at: number): number {
  const there = staysIn(after);
  return staysIn(before).reduce((sum, stay) => {
    if (workingMinutesBetween(at, stay.from) >= 24 * 60) return sum;
    const kept = there
      .map(({ from, to }) => ({ from: Math.max(from, stay.from), to: Math.min(to, stay.to) }))
      .filter(({ from, to }) => from < to)
      .flatMap(quarters).length;
    const lost = (from: number): number[] => quarters(stay).filter((index) => index >= from);
    const gone = lost(Math.min(kept, quarters(stay).length));
    const full = gone.filter((index) => index < 4).length;
    return sum + full * QUARTER + Math.round(((gone.length - full) * QUARTER) / 2);
  }, 0);
}

/** The quarters of an hour that are paid for a stretch: at least four. */
function quarters({ from, to }: Stretch): number[] {
  return Array.from({ length: Math.max(4, Math.ceil((to - from) / 15)) }, (_, index) => index);
}

interface Stay extends Stretch {
  readonly talks: readonly Stretch[];
}

/** Talks with less than half an hour between them. */
function staysIn(talks: readonly Stretch[]): readonly Stay[] {
  const stays: Stay[] = [];
  for (const talk of inOrder(talks)) {
    const last = stays.at(-1);
    if (last && talk.from - last.to < 30)
      stays[stays.length - 1] = { from: last.from, to: talk.to, talks: [...last.talks, talk] };
    else stays.push({ ...talk, talks: [talk] });
  }
  return stays;
}

function late(talks: readonly Stretch[], askedAt: number | null): number {
  const [first] = inOrder(talks);
  if (askedAt === null || !first) return 0;
  return workingMinutesBetween(askedAt, first.from) < 24 * 60 ? EXPRESS : 0;
}

function inOrder(talks: readonly Stretch[]): readonly Stretch[] {
  return [...talks].sort((a, b) => a.from - b.from);
}

/** 1 January 1970 was a Thursday. */
function workingMinutesBetween(from: number, to: number): number {
  let minutes = 0;
  for (let minute = from; minute < to && minutes < DAY; minute += 1) {
    const weekday = (Math.floor((minute + ZURICH_AHEAD) / DAY) + 3) % 7;
    if (weekday < 5) minutes += 1;
  }
  return minutes;
}

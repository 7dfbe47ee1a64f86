import type { Instant, InstantRange } from '../model.js';
import { minuteOf } from '../time/instant.js';
import { merge, type Interval } from '../time/interval.js';
import type { InterpretingMode, TariffRules } from './tariff-rules.js';
import type { TariffTerms } from './tariff-terms.js';

/** One talk of a visit at its agreed time. */
interface VisitTalk extends InstantRange {
  /** When interpreting took place; null: it did not, though the interpreter came; left out: not known yet. */
  readonly worked?: InstantRange | null;
}

/** What is known of the way from the interpreter's home to the site and back. */
interface Journey {
  readonly kilometres: number;
  readonly minutes: number;
  readonly ticketRappen: number;
}

/** What the price of a visit depends on. Talks are sorted by start and do not overlap. */
export interface PricedVisit {
  readonly mode: InterpretingMode;
  /** The town of the site, by which zones are named; empty when nobody travels. */
  readonly place: string;
  /** When the interpreter was asked; null: in good time. */
  readonly orderedAt: Instant | null;
  /** null: not known. */
  readonly journey: Journey | null;
  readonly talks: readonly VisitTalk[];
}

/** A part of a visit that the tariff pays as one: from the first agreed start to the last agreed end, in minutes. */
export interface Stay extends Interval {
  readonly talks: readonly { readonly agreed: Interval; readonly worked: Interval | null }[];
}

/** The stays of a visit: one more for each day, and where the tariff sees a wait as too long for one. */
export function staysOf(visit: PricedVisit, terms: TariffTerms): readonly Stay[] {
  const stays: Stay[] = [];
  for (const talk of visit.talks) {
    const agreed = intervalOf(talk);
    const worked = talk.worked === undefined ? agreed : talk.worked && intervalOf(talk.worked);
    const last = stays.at(-1);
    if (last && continues(last, agreed, terms))
      stays[stays.length - 1] = { ...last, to: agreed.to, talks: [...last.talks, { agreed, worked }] };
    else stays.push({ ...agreed, talks: [{ agreed, worked }] });
  }
  return stays;
}

function continues(stay: Stay, next: Interval, { rules, calendar: { zone } }: TariffTerms): boolean {
  const isSameDay = zone.dayOf(stay.from) === zone.dayOf(next.from);
  return isSameDay && next.from - stay.to < (rules.newVisitAfterMinutes ?? Infinity);
}

/** The time of a stay that is paid like work. */
export interface UsedTime {
  readonly from: number;
  readonly minutes: number;
}

export function usedTime(stay: Stay, rules: TariffRules): UsedTime {
  const parts = merge(stay.talks.flatMap(({ agreed, worked }) => countedPart(agreed, worked, rules)));
  const [first] = parts;
  const last = parts.at(-1);
  if (!first || !last) return { from: stay.from, minutes: 0 };
  const minutes =
    rules.waiting === 'worked'
      ? last.to - first.from
      : parts.reduce((sum, { from, to }) => sum + to - from, 0);
  return { from: first.from, minutes };
}

function countedPart(agreed: Interval, worked: Interval | null, rules: TariffRules): Interval[] {
  if (!worked) return [];
  const from = rules.countsFromAgreedStart ? Math.min(agreed.from, worked.from) : worked.from;
  return [{ from, to: worked.to }];
}

function intervalOf({ from, to }: InstantRange): Interval {
  return { from: minuteOf(from), to: minuteOf(to) };
}

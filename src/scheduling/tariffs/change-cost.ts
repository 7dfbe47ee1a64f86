import type { Instant } from '../model.js';
import { instantOf, minuteOf } from '../time/instant.js';
import { intersect, type Interval } from '../time/interval.js';
import { lastMinuteInTime } from './advance-notice.js';
import { costOf, type Cost, type CostLine } from './cost-line.js';
import { lostLines } from './lost-lines.js';
import { staysOf, type PricedVisit, type Stay } from './priced-visit.js';
import type { CancellationStep } from './tariff-rules.js';
import type { TariffTerms } from './tariff-terms.js';

/** What a change of a visit that was agreed costs: what is paid and not used. */
export interface ChangeCost extends Cost {
  /** The same from the cheapest to the dearest, each up to and including an instant; the last until the visit begins. */
  readonly prices: readonly { readonly until: Instant; readonly total: number }[];
}

/** A visit becomes others of the same interpreter at an instant; none when it is called off. */
export interface VisitChange {
  readonly before: PricedVisit;
  readonly after: readonly PricedVisit[];
  readonly at: Instant;
}

/** What calling a whole visit off costs at an instant. */
export function cancellationCost(visit: PricedVisit, at: Instant, terms: TariffTerms): ChangeCost {
  return costOfChange({ before: visit, after: [], at }, terms);
}

/**
 * What is due for the time that a change gives up: nothing while it is announced in time, else by the step of
 * cancellation that applies to the visit as it was. Giving time up bit by bit costs what it costs at once. Surcharges
 * and express are not due: nobody worked.
 */
export function costOfChange(change: VisitChange, terms: TariffTerms): ChangeCost {
  const stays = staysOf(change.before, terms);
  const kept = isFree(change, terms)
    ? stays
    : change.after.flatMap((visit) => keptTime(change, visit, terms));
  const linesAt = (minute: number): CostLine[] =>
    stays.flatMap((stay) => {
      const step = stepAt(minute, stay, terms);
      return step
        ? lostLines({ stay, kept: intersect([stay], kept), visit: change.before }, step, terms)
        : [];
    });
  const totalAt = (minute: number): number => costOf(linesAt(minute), terms.rules).total;
  return { ...costOf(linesAt(minuteOf(change.at)), terms.rules), prices: pricesOf(stays, totalAt, terms) };
}

/** Put off to another time, where the tariff takes nothing for that. */
function isFree({ before, after }: VisitChange, { rules }: TariffTerms): boolean {
  return rules.postponement === 'free' && minutesOf(after) >= minutesOf([before]);
}

function minutesOf(visits: readonly PricedVisit[]): number {
  const talks = visits.flatMap((visit) => visit.talks);
  return talks.reduce((sum, { from, to }) => sum + minuteOf(to) - minuteOf(from), 0);
}

/** The time for which the interpreter still comes to the same place in the same way. */
function keptTime({ before }: VisitChange, visit: PricedVisit, terms: TariffTerms): readonly Interval[] {
  return visit.mode === before.mode && visit.place === before.place ? staysOf(visit, terms) : [];
}

/** The step whose deadline is the last that has passed; undefined while it is in time for all. */
function stepAt(minute: number, stay: Stay, { rules, calendar }: TariffTerms): CancellationStep | undefined {
  let found: { step: CancellationStep; deadline: number } | undefined;
  for (const step of rules.cancellation) {
    const deadline = lastMinuteInTime(stay.from, step.unless, calendar) ?? -Infinity;
    if (minute > deadline && deadline >= (found?.deadline ?? -Infinity)) found = { step, deadline };
  }
  return found?.step;
}

function pricesOf(
  stays: readonly Stay[],
  totalAt: (minute: number) => number,
  { rules, calendar }: TariffTerms,
): ChangeCost['prices'] {
  const start = stays[0]?.from;
  if (start === undefined) return [];
  const deadlines = stays.flatMap((stay) =>
    rules.cancellation.flatMap((step) => lastMinuteInTime(stay.from, step.unless, calendar) ?? []),
  );
  const ends = [...new Set([...deadlines.filter((minute) => minute < start), start])].sort((a, b) => a - b);
  const prices = ends.map((minute) => ({ until: instantOf(minute), total: totalAt(minute) }));
  return prices.filter(({ total }, index) => total !== prices[index + 1]?.total);
}

import { expect, it } from '@jest/globals';
import { cancellationCost } from '../../src/scheduling/tariffs/change-cost.js';
import type { Cost, CostLine } from '../../src/scheduling/tariffs/cost-line.js';
import type { PricedVisit } from '../../src/scheduling/tariffs/priced-visit.js';
import { tariffCalendar } from '../../src/scheduling/tariffs/tariff-calendar.js';
import type { TariffRules } from '../../src/scheduling/tariffs/tariff-rules.js';
import { visitCost } from '../../src/scheduling/tariffs/visit-cost.js';
import { instantOf } from '../../src/scheduling/time/instant.js';
import { dateOfDay, dayOfDate } from '../../src/scheduling/time/local-date.js';
import { minuteOfDay } from '../../src/scheduling/time/weekly-hours.js';
import { zoneOf } from '../../src/scheduling/time/zone.js';

/** Public holidays of Basel-Landschaft that the cases meet (Easter Sunday is 5 April 2026). */
export const calendar = tariffCalendar('Europe/Zurich', [
  '2026-04-03',
  '2026-04-05',
  '2026-04-06',
  '2026-12-25',
]);

const zone = zoneOf('Europe/Zurich');

/** The instant of `2026-12-01 09:00` on the clock of Zürich. */
export function at(text: string): string {
  const [day = '', time = ''] = text.split(' ');
  return instantOf(zone.instantAt(dayOfDate(day), minuteOfDay(time)));
}

/** `09:00–09:45` on a day, or over midnight when the end is not after the start. */
function range(day: string, text: string): { from: string; to: string } {
  const [from = '', to = ''] = text.split('–');
  const endDay = to > from ? day : dateOfDay(dayOfDate(day) + 1);
  return { from: at(`${day} ${from}`), to: at(`${endDay} ${to}`) };
}

interface VisitData {
  /** Local date; Tuesday, 1 December 2026 where it does not matter. */
  readonly day?: string;
  /** Agreed times by the clock of Zürich. */
  readonly talks: readonly string[];
  /** Worked times, one for each talk; null: the household did not come. */
  readonly worked?: readonly (string | null)[];
  readonly ordered?: string;
  readonly mode?: PricedVisit['mode'];
  readonly place?: string;
  readonly journey?: PricedVisit['journey'];
}

export function aVisit(data: VisitData): PricedVisit {
  const { day = '2026-12-01', talks, worked, ordered, mode = 'onsite', place = 'Luzern', journey } = data;
  return {
    mode,
    place: mode === 'onsite' ? place : '',
    orderedAt: ordered === undefined ? null : at(ordered),
    journey: journey ?? null,
    talks: talks.map((text, index) => {
      const done = worked?.[index];
      if (done === undefined) return range(day, text);
      return { ...range(day, text), worked: done === null ? null : range(day, done) };
    }),
  };
}

/** One case of a published rule. `sum` is the computation, line by line, with francs per hour; `total` is in francs. */
interface TariffCase extends VisitData {
  /** The rule as published, and what the source leaves open. */
  readonly rule: string;
  /** When the visit is called off; without it the visit takes place. */
  readonly cancelled?: string;
  readonly rules?: Partial<TariffRules>;
  readonly sum: readonly string[];
  readonly total: number;
}

/** One test per case; the written computation is recomputed too, so that it cannot say something else than the total. */
export function testCases(tariff: TariffRules, cases: readonly TariffCase[]): void {
  it.each(cases)('$rule: $sum = $total', ({ rules, cancelled, sum, total, ...visit }) => {
    const terms = { rules: { ...tariff, ...rules }, calendar };
    const cost =
      cancelled === undefined
        ? visitCost(aVisit(visit), terms)
        : cancellationCost(aVisit(visit), at(cancelled), terms);

    expect(writtenOut(cost)).toEqual(sum);
    expect(cost.total).toBe(Math.round(total * 100));
    expect(sum.reduce((all, line) => all + recomputed(line), 0)).toBe(cost.total);
  });
}

export function writtenOut({ lines }: Cost): string[] {
  return lines.map(lineText);
}

function lineText({ what, surcharge, minutes, rate, percent, amount }: CostLine): string {
  const factors = [
    ...(minutes === undefined ? [] : [`${minutes} min`]),
    ...(rate === undefined ? [] : [francs(rate)]),
    ...(percent === undefined ? [] : [`${percent} %`]),
  ];
  const words = [what, surcharge, factors.join(' × ')].filter(Boolean).join(' ');
  return `${words} = ${francs(amount)}`;
}

const francs = (rappen: number): string => (rappen / 100).toFixed(2);

/** Rappen of `time 60 min × 90.00 × 50 % = 45.00`: its factors where it has a price per hour, else its result. */
function recomputed(line: string): number {
  const result = Math.round(Number(line.split(' = ')[1]) * 100);
  const [, minutes, rate, , percent = '100'] = /(\d+) min × (\d+\.\d\d)( × (\d+) %)?/.exec(line) ?? [];
  if (rate === undefined) return result;
  return Math.round((Number(minutes) * Math.round(Number(rate) * 100) * Number(percent)) / 6000);
}

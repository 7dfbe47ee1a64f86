import { minuteOf } from '../time/instant.js';
import { lastMinuteInTime } from './advance-notice.js';
import { costOf, type Cost, type CostLine } from './cost-line.js';
import { staysOf, usedTime, type PricedVisit, type Stay } from './priced-visit.js';
import { surchargeLines } from './surcharge-lines.js';
import type { TariffTerms } from './tariff-terms.js';
import type { TimePrice } from './tariff-rules.js';
import { paidMinutes, rappenOf, sixtiethsFor } from './time-price.js';
import { travelLines } from './travel-lines.js';

/**
 * What a visit costs by a tariff: by its agreed times, or by the worked ones where they are known. Surcharges and
 * express are on worked time alone, and both may apply; the published tariffs we know are silent on unused time.
 */
export function visitCost(visit: PricedVisit, terms: TariffTerms): Cost {
  const { rules } = terms;
  const price = rules.prices[visit.mode];
  if (!price) return costOf([{ what: 'unpriced', amount: 0 }], rules);
  const stays = staysOf(visit, terms);
  const lines = [
    ...stays.flatMap((stay) => timeLines(stay, price, terms)),
    ...expressLines(visit, stays, { ...terms, price }),
    ...stays.flatMap(() => [...flatLines(terms), ...travelLines(visit, rules.travel)]),
  ];
  return costOf(lines, rules);
}

function timeLines(stay: Stay, price: TimePrice, terms: TariffTerms): CostLine[] {
  const used = usedTime(stay, terms.rules);
  const paid = paidMinutes(price, used.minutes);
  return [
    timeLine(price, paid),
    ...unusedLines(paidMinutes(price, stay.to - stay.from) - paid, price, terms),
    ...surchargeLines({ from: used.from, to: used.from + paid }, price, terms),
  ];
}

function timeLine(price: TimePrice, minutes: number): CostLine {
  const amount = rappenOf(sixtiethsFor(price, minutes));
  return price.kind === 'hourly'
    ? { what: 'time', minutes, rate: price.hourly, amount }
    : { what: 'call', minutes, amount };
}

function unusedLines(minutes: number, price: TimePrice, { rules }: TariffTerms): CostLine[] {
  const percent = rules.unusedPercent;
  if (minutes <= 0 || percent === 0) return [];
  const rate = price.kind === 'hourly' ? price.hourly : price.perMinute * 60;
  return [{ what: 'unused', minutes, rate, percent, amount: rappenOf(rate * minutes, percent) }];
}

interface PricedTerms extends TariffTerms {
  readonly price: TimePrice;
}

function expressLines(visit: PricedVisit, stays: readonly Stay[], terms: PricedTerms): CostLine[] {
  const { rules, calendar, price } = terms;
  const { express } = rules;
  const [first] = stays;
  if (!express || !first || visit.orderedAt === null) return [];
  const inTime = lastMinuteInTime(first.from, express.unless, calendar);
  if (inTime !== undefined && minuteOf(visit.orderedAt) <= inTime) return [];
  const worked = stays.map((stay) => sixtiethsFor(price, paidMinutes(price, usedTime(stay, rules).minutes)));
  const sixtieths = worked.reduce((sum, one) => sum + one, 0);
  const flat: CostLine[] = express.flat > 0 ? [{ what: 'express', amount: express.flat }] : [];
  const share: CostLine[] =
    express.percent > 0
      ? [{ what: 'express', percent: express.percent, amount: rappenOf(sixtieths, express.percent) }]
      : [];
  return [...flat, ...share];
}

function flatLines({ rules }: TariffTerms): CostLine[] {
  return rules.visitFlat > 0 ? [{ what: 'visit-flat', amount: rules.visitFlat }] : [];
}

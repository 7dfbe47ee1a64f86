import type { Interval } from '../time/interval.js';
import type { CostLine } from './cost-line.js';
import type { PricedVisit, Stay } from './priced-visit.js';
import type { CancellationStep, TimePrice, Travel } from './tariff-rules.js';
import type { TariffTerms } from './tariff-terms.js';
import { paidMinutes, rappenOf, sixtiethsFor } from './time-price.js';
import { travelLines } from './travel-lines.js';

/** A stay of a visit and the parts of it that remain. */
export interface Loss {
  readonly stay: Stay;
  readonly kept: readonly Interval[];
  readonly visit: PricedVisit;
}

/** What a step of cancellation takes for the part of a stay that is given up; journey and flat only for all of it. */
export function lostLines(loss: Loss, step: CancellationStep, { rules }: TariffTerms): readonly CostLine[] {
  const { stay, kept, visit } = loss;
  const price = rules.prices[visit.mode];
  if (!price) return [{ what: 'unpriced', amount: 0 }];
  const booked = paidMinutes(price, stay.to - stay.from);
  const remaining = kept.reduce((sum, { from, to }) => sum + paidMinutes(price, to - from), 0);
  const time = lostTime({ booked, remaining: Math.min(booked, remaining) }, price, step);
  if (kept.length > 0) return time;
  const flat: CostLine[] =
    step.flat && rules.visitFlat > 0 ? [{ what: 'cancelled-flat', amount: rules.visitFlat }] : [];
  return [...time, ...flat, ...(step.travel ? lostTravel(visit, rules.travel) : [])];
}

interface PaidTime {
  readonly booked: number;
  readonly remaining: number;
}

/** The full part and the rest, each as it was less as it remains: so nothing is paid twice when more is given up. */
function lostTime({ booked, remaining }: PaidTime, price: TimePrice, step: CancellationStep): CostLine[] {
  const inFull = (minutes: number): number => Math.min(minutes, step.fullMinutes);
  const fullMinutes = inFull(booked) - inFull(remaining);
  const full = sixtiethsFor(price, inFull(booked)) - sixtiethsFor(price, inFull(remaining));
  const all = sixtiethsFor(price, booked) - sixtiethsFor(price, remaining);
  const rate = price.kind === 'hourly' ? { rate: price.hourly } : {};
  const percent = step.restPercent;
  const lines: CostLine[] = [
    { what: 'cancelled-full', minutes: fullMinutes, ...rate, amount: rappenOf(full) },
    {
      what: 'cancelled-part',
      minutes: booked - remaining - fullMinutes,
      ...rate,
      percent,
      amount: rappenOf(all - full, percent),
    },
  ];
  return lines.filter(({ amount }) => amount > 0);
}

function lostTravel(visit: PricedVisit, travel: Travel): CostLine[] {
  return travelLines(visit, travel).map((line) =>
    line.what === 'travel-unknown' ? line : { ...line, what: 'cancelled-travel' },
  );
}

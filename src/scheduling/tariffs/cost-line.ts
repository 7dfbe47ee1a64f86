import type { Rappen, Surcharge, TariffRules } from './tariff-rules.js';

/** One line of a computation. `minutes` × `rate` (Rappen per hour) × `percent`, where they are there, is `amount`. */
export interface CostLine {
  readonly what:
    | 'time'
    | 'call'
    | 'unused'
    | 'visit-flat'
    | 'travel'
    | 'travel-time'
    | 'ticket'
    | 'express'
    | 'surcharge'
    | 'cancelled-full'
    | 'cancelled-part'
    | 'cancelled-flat'
    | 'cancelled-travel'
    | 'rounding'
    /** Due, but with an amount that nobody has entered. */
    | 'travel-unknown'
    /** The tariff has no price for this mode. */
    | 'unpriced';
  readonly amount: Rappen;
  readonly minutes?: number;
  readonly rate?: Rappen;
  readonly percent?: number;
  readonly surcharge?: Surcharge['name'];
}

/** A computation: the lines sum up to the total. */
export interface Cost {
  readonly total: Rappen;
  readonly lines: readonly CostLine[];
}

/** Sums up, and rounds the total where the tariff says so, with a line for the difference. */
export function costOf(lines: readonly CostLine[], { totalStep }: TariffRules): Cost {
  const sum = lines.reduce((total, line) => total + line.amount, 0);
  const total = Math.round(sum / totalStep) * totalStep;
  return total === sum
    ? { total, lines }
    : { total, lines: [...lines, { what: 'rounding', amount: total - sum }] };
}

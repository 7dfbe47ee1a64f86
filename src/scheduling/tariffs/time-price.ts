import type { Rappen, TimePrice } from './tariff-rules.js';

/** The minutes that are paid for `minutes` of work; somebody who came in vain is paid the minimum. */
export function paidMinutes(price: TimePrice, minutes: number): number {
  if (price.kind === 'call') return Math.max(minutes, price.includedMinutes);
  const { minMinutes, stepMinutes } = price;
  return Math.max(minMinutes, Math.ceil(minutes / stepMinutes) * stepMinutes);
}

/** Sixtieths of a Rappen for paid minutes: whole numbers, so that nothing is rounded before the line is. */
export function sixtiethsFor(price: TimePrice, paid: number): number {
  if (paid === 0) return 0;
  if (price.kind === 'hourly') return price.hourly * paid;
  return (price.flat + Math.max(0, paid - price.includedMinutes) * price.perMinute) * 60;
}

/** A percentage of sixtieths in whole Rappen, half a Rappen rounded up. */
export function rappenOf(sixtieths: number, percent = 100): Rappen {
  return Math.round((sixtieths * percent) / 6000);
}

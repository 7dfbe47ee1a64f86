import type { Interval } from '../time/interval.js';
import { weekdayOf } from '../time/local-date.js';
import { minuteOfDay } from '../time/weekly-hours.js';
import type { CostLine } from './cost-line.js';
import type { TariffCalendar } from './tariff-calendar.js';
import type { Surcharge, SurchargeHours, TimePrice } from './tariff-rules.js';
import type { TariffTerms } from './tariff-terms.js';
import { rappenOf } from './time-price.js';

interface Dearer {
  readonly surcharge: Surcharge;
  readonly during: Interval;
}

/** More for the paid time that lies in unusual hours: each minute counts for the dearest surcharge alone. */
export function surchargeLines(
  paid: Interval,
  price: TimePrice,
  { rules, calendar }: TariffTerms,
): readonly CostLine[] {
  const hourly = hourlyOf(price);
  const perHour = ({ surcharge }: Dearer): number => surcharge.hourly + (hourly * surcharge.percent) / 100;
  const dearer = rules.surcharges
    .flatMap((surcharge) => during(surcharge, paid, calendar))
    .sort((a, b) => perHour(b) - perHour(a));
  const minutes = new Map<Surcharge, number>();
  for (const [from, to] of pieces(paid, dearer)) {
    const dearest = dearer.find((one) => one.during.from <= from && to <= one.during.to)?.surcharge;
    if (dearest) minutes.set(dearest, (minutes.get(dearest) ?? 0) + to - from);
  }
  return [...minutes].flatMap(([surcharge, count]) => linesOf(surcharge, count, hourly));
}

function linesOf({ name, percent, hourly }: Surcharge, minutes: number, base: number): CostLine[] {
  const line = { what: 'surcharge', surcharge: name, minutes } as const;
  const lines: CostLine[] = [
    { ...line, rate: base, percent, amount: rappenOf(base * minutes, percent) },
    { ...line, rate: hourly, amount: rappenOf(hourly * minutes) },
  ];
  return lines.filter(({ amount }) => amount > 0);
}

/** Calls have no price per hour: sixty of their minutes are one. */
function hourlyOf(price: TimePrice): number {
  return price.kind === 'hourly' ? price.hourly : price.perMinute * 60;
}

function during(surcharge: Surcharge, paid: Interval, calendar: TariffCalendar): Dearer[] {
  const { zone } = calendar;
  const found: Dearer[] = [];
  for (let day = zone.dayOf(paid.from); zone.dayStart(day) < paid.to; day += 1) {
    for (const hours of surcharge.hours) {
      if (!isOn(hours, day, calendar)) continue;
      const from = Math.max(paid.from, zone.instantAt(day, minuteOfDay(hours.from)));
      const to = Math.min(paid.to, zone.instantAt(day, minuteOfDay(hours.until)));
      if (from < to) found.push({ surcharge, during: { from, to } });
    }
  }
  return found;
}

function isOn({ days }: SurchargeHours, day: number, { holidays }: TariffCalendar): boolean {
  const weekday = weekdayOf(day);
  return days.some((one) => (one === 'holiday' ? holidays.has(day) : one === weekday));
}

function pieces(paid: Interval, dearer: readonly Dearer[]): [number, number][] {
  const cuts = [paid.from, paid.to, ...dearer.flatMap((one) => [one.during.from, one.during.to])];
  const sorted = [...new Set(cuts)].sort((a, b) => a - b);
  return sorted.slice(1).map((to, index) => [sorted[index] ?? to, to]);
}

import { Temporal } from 'temporal-polyfill';

/** The Mondays after a local day `YYYY-MM-DD`. */
export function nextMondays(today: string, count: number): string[] {
  const day = Temporal.PlainDate.from(today);
  const first = day.add({ days: 8 - day.dayOfWeek });
  return Array.from({ length: count }, (_, index) => first.add({ weeks: index }).toString());
}

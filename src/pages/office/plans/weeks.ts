import { Temporal } from 'temporal-polyfill';

/** The Mondays after a local day `YYYY-MM-DD`. */
export function nextMondays(today: string, count: number): string[] {
  const day = Temporal.PlainDate.from(today);
  const first = day.add({ days: 8 - day.dayOfWeek });
  return Array.from({ length: count }, (_, index) => first.add({ weeks: index }).toString());
}

/** The Monday of a local day's week. */
export function mondayOf(day: string): string {
  const date = Temporal.PlainDate.from(day);
  return date.subtract({ days: date.dayOfWeek - 1 }).toString();
}

/** Monday to Sunday. */
export function daysOfWeek(monday: string): string[] {
  const first = Temporal.PlainDate.from(monday);
  return Array.from({ length: 7 }, (_, index) => first.add({ days: index }).toString());
}

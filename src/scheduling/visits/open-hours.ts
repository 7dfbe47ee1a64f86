import type { LocalDate, WeeklyRange } from '../model.js';
import { merge, type Interval } from '../time/interval.js';
import { dayOfDate } from '../time/local-date.js';
import { hoursOn, weeklyHoursOf } from '../time/weekly-hours.js';
import { zoneOf } from '../time/zone.js';

/** When a site is open: wall-clock hours of its zone, and the days on which it is closed. */
export interface SiteWeek {
  readonly timeZone: string;
  readonly weekly: readonly WeeklyRange[];
  readonly closed: readonly LocalDate[];
}

/** The opening hours of so many days, today included, as sorted stretches in minutes since 1970-01-01T00:00Z. */
export function openHours(site: SiteWeek, now: number, days: number): readonly Interval[] {
  const zone = zoneOf(site.timeZone);
  const week = weeklyHoursOf(site.weekly);
  const closed = new Set(site.closed.map(dayOfDate));
  const today = zone.dayOf(Math.floor(now));
  const all = Array.from({ length: days }, (_, index) => today + index)
    .filter((day) => !closed.has(day))
    .flatMap((day) => hoursOn(week, day, zone));
  return merge(all);
}

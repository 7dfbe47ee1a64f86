import type { WallTime, WeeklyRange } from '../model.js';
import { merge, type Interval } from './interval.js';
import { weekdayOf } from './local-date.js';
import type { Zone } from './zone.js';

const WALL_TIME = /^([01]\d|2[0-4]):([0-5]\d)$/;

/** Wall-clock stretches in minutes after midnight, indexed by weekday (1 = Monday … 7 = Sunday; 0 stays empty). */
export type WeeklyHours = readonly (readonly Interval[])[];

/** Minutes after midnight. Throws a RangeError for anything but `00:00` … `24:00`. */
export function minuteOfDay(time: WallTime): number {
  const match = WALL_TIME.exec(time);
  const minutes = match ? Number(match[1]) * 60 + Number(match[2]) : NaN;
  if (!(minutes <= 1440)) throw new RangeError(`not a time of day: ${time}`);
  return minutes;
}

/** Sorts weekly hours by weekday, once, so that each date is a plain look-up. */
export function weeklyHoursOf(ranges: readonly WeeklyRange[]): WeeklyHours {
  const week: Interval[][] = Array.from({ length: 8 }, () => []);
  for (const range of ranges)
    week[range.day]?.push({ from: minuteOfDay(range.from), to: minuteOfDay(range.to) });
  return week;
}

/** The hours of one local date as instants; adjoining hours come out as one stretch. */
export function hoursOn(week: WeeklyHours, day: number, zone: Zone): readonly Interval[] {
  const hours = week[weekdayOf(day)] ?? [];
  if (hours.length === 0) return hours;
  return merge(
    hours.map((range) => ({ from: zone.instantAt(day, range.from), to: zone.instantAt(day, range.to) })),
  );
}

import type { WallTime } from '../model.js';
import { minuteOfDay } from '../time/weekly-hours.js';
import { isWeekend, isWorkingDay, type TariffCalendar } from './tariff-calendar.js';

/** How long before a visit something must be said to be in time. */
export type AdvanceNotice =
  | {
      readonly kind: 'hours';
      readonly hours: number;
      /** Days whose hours do not count. */
      readonly without: readonly ('weekends' | 'holidays')[];
      /** Whether exactly so many hours are still in time (`in-time`: "less than 24 h" is late). */
      readonly exactly: 'in-time' | 'late';
    }
  | {
      /** So many working days before the day of the visit, at the hour of its start or at `until`. */
      readonly kind: 'working-days';
      readonly days: number;
      readonly until: WallTime | null;
    }
  /** It is never in time. */
  | { readonly kind: 'never' };

/**
 * The last minute that is in time for a visit that starts at minute `start`; undefined when none is. Hours are hours
 * that pass, also in nights in which the clock is changed.
 */
export function lastMinuteInTime(
  start: number,
  notice: AdvanceNotice,
  calendar: TariffCalendar,
): number | undefined {
  switch (notice.kind) {
    case 'never':
      return undefined;
    case 'working-days':
      return workingDaysBefore(start, notice, calendar);
    case 'hours': {
      const minutes = Math.round(notice.hours * 60) + (notice.exactly === 'late' ? 1 : 0);
      return minutesBefore(start, { minutes, counts: countingDay(notice.without, calendar) }, calendar);
    }
  }
}

interface CountedMinutes {
  readonly minutes: number;
  readonly counts: (day: number) => boolean;
}

/** The latest minute from which `minutes` of the days that count pass until `start`. */
function minutesBefore(start: number, { minutes, counts }: CountedMinutes, { zone }: TariffCalendar): number {
  let missing = minutes;
  let end = start;
  for (let day = zone.dayOf(start); ; day -= 1) {
    const begin = zone.dayStart(day);
    if (counts(day)) {
      if (missing <= end - begin) return end - missing;
      missing -= end - begin;
    }
    end = begin;
  }
}

function countingDay(
  without: readonly ('weekends' | 'holidays')[],
  { holidays }: TariffCalendar,
): (day: number) => boolean {
  const noWeekends = without.includes('weekends');
  const noHolidays = without.includes('holidays');
  return (day) => !(noWeekends && isWeekend(day)) && !(noHolidays && holidays.has(day));
}

function workingDaysBefore(
  start: number,
  { days, until }: Extract<AdvanceNotice, { kind: 'working-days' }>,
  calendar: TariffCalendar,
): number {
  const { zone } = calendar;
  const ofStart = zone.dayOf(start);
  let day = ofStart;
  for (let left = days; left > 0;) {
    day -= 1;
    if (isWorkingDay(day, calendar)) left -= 1;
  }
  return zone.instantAt(day, until === null ? wallMinute(start, ofStart, calendar) : minuteOfDay(until));
}

/** Minutes after midnight that the clock shows, right also on days on which it is changed. */
function wallMinute(minute: number, day: number, { zone }: TariffCalendar): number {
  const passed = minute - zone.dayStart(day);
  const skipped = 1440 - (zone.dayStart(day + 1) - zone.dayStart(day));
  return zone.instantAt(day, passed) === minute ? passed : passed + skipped;
}

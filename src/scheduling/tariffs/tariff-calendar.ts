import type { LocalDate } from '../model.js';
import { dayOfDate, weekdayOf } from '../time/local-date.js';
import { zoneOf, type Zone } from '../time/zone.js';

/** The clock and the holidays by which a tariff counts. */
export interface TariffCalendar {
  readonly zone: Zone;
  /** Day numbers. */
  readonly holidays: ReadonlySet<number>;
}

/** @param timeZone IANA zone of the office; throws a RangeError for an unknown one or for no date */
export function tariffCalendar(timeZone: string, holidays: readonly LocalDate[]): TariffCalendar {
  return { zone: zoneOf(timeZone), holidays: new Set(holidays.map(dayOfDate)) };
}

export function isWeekend(day: number): boolean {
  return weekdayOf(day) > 5;
}

export function isWorkingDay(day: number, { holidays }: TariffCalendar): boolean {
  return !isWeekend(day) && !holidays.has(day);
}

import type { TariffCalendar } from '../tariffs/tariff-calendar.js';
import { weekdayOf } from '../time/local-date.js';

/** When an office writes by itself. Wall-clock times are minutes after midnight in the office's zone. */
export interface SendingRules {
  /** The zone and the public holidays of the canton. */
  readonly calendar: TariffCalendar;
  /** The time of day at which reminders and rungs of the ladder leave. */
  readonly sendAt: number;
  /** Nothing leaves by itself from here … */
  readonly quietFrom: number;
  /** … until here, usually the next morning. */
  readonly quietUntil: number;
}

const SUNDAY = 7;

/** Nobody is written to on Sundays and public holidays. @param day day number */
function isSendingDay(day: number, { holidays }: TariffCalendar): boolean {
  return weekdayOf(day) !== SUNDAY && !holidays.has(day);
}

/** This day, or the last one before it on which people are written to: a reminder rather comes early than late. */
export function sendingDayBefore(day: number, calendar: TariffCalendar): number {
  return isSendingDay(day, calendar) ? day : sendingDayBefore(day - 1, calendar);
}

/** This day, or the first one after it on which people are written to. */
export function sendingDayAfter(day: number, calendar: TariffCalendar): number {
  return isSendingDay(day, calendar) ? day : sendingDayAfter(day + 1, calendar);
}

/** The instant at which something leaves on a day: the office's time of day, or the end of the quiet hours it lies in. */
export function sendingTime(day: number, rules: SendingRules): number {
  const wished = rules.calendar.zone.instantAt(day, rules.sendAt);
  return endOfQuietHours(wished, rules) ?? wished;
}

/** The first instant from `instant` on at which people may be written to: no quiet hour, no Sunday, no holiday. */
export function afterQuiet(instant: number, rules: SendingRules): number {
  const { calendar } = rules;
  const day = calendar.zone.dayOf(instant);
  if (isSendingDay(day, calendar)) {
    const end = endOfQuietHours(instant, rules);
    return end === undefined ? instant : afterQuiet(end, rules);
  }
  return afterQuiet(calendar.zone.dayStart(sendingDayAfter(day, calendar)), rules);
}

/** Undefined outside the quiet hours. Reckoned by the wall clock: both nights of a clock change are quiet to their end. */
function endOfQuietHours(instant: number, rules: SendingRules): number | undefined {
  const { quietFrom, quietUntil } = rules;
  const { zone } = rules.calendar;
  const isOvernight = quietFrom > quietUntil;
  const today = zone.dayOf(instant);
  for (const day of [today - 1, today]) {
    const end = zone.instantAt(isOvernight ? day + 1 : day, quietUntil);
    if (zone.instantAt(day, quietFrom) <= instant && instant < end) return end;
  }
  return undefined;
}

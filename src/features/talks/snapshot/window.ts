import { Temporal } from 'temporal-polyfill';
import type { Office } from '../../offices/index.js';

/** Which days are looked at. Dates are local; instants are the local midnights around them. */
export interface SearchWindow {
  readonly today: string;
  /** First and last day a talk may be on. */
  readonly horizon: { readonly from: string; readonly to: string };
  /** What must be known about: from Monday of this week, because limits count by the week, to one week after the end. */
  readonly from: Date;
  readonly to: Date;
}

const MARGIN_DAYS = 7;

/** @param reaches an instant beyond the horizon that must be looked at too */
export function searchWindow(office: Office, now: Date, reaches: Date = now): SearchWindow {
  const { today, last, dayOf, midnight } = calendarOf(office, now);
  const furthest = Temporal.PlainDate.compare(dayOf(reaches), last) > 0 ? dayOf(reaches) : last;
  return {
    today: today.toString(),
    horizon: { from: today.toString(), to: last.toString() },
    from: midnight(mondayOf(today)),
    to: midnight(furthest.add({ days: MARGIN_DAYS + 1 })),
  };
}

/** What must be known to judge one talk: its week, because no limit counts beyond it, and a day on either side. */
export function weekAround(office: Office, now: Date, talk: Date): SearchWindow {
  const { today, last, dayOf, midnight } = calendarOf(office, now);
  const monday = mondayOf(dayOf(talk));
  return {
    today: today.toString(),
    horizon: { from: today.toString(), to: last.toString() },
    from: midnight(monday.subtract({ days: 1 })),
    to: midnight(monday.add({ days: 8 })),
  };
}

interface OfficeCalendar {
  readonly today: Temporal.PlainDate;
  /** Of the days a talk may be on. */
  readonly last: Temporal.PlainDate;
  readonly dayOf: (instant: Date) => Temporal.PlainDate;
  readonly midnight: (day: Temporal.PlainDate) => Date;
}

function calendarOf({ timeZone, policies }: Office, now: Date): OfficeCalendar {
  const dayOf = (instant: Date): Temporal.PlainDate =>
    Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone).toPlainDate();
  const today = dayOf(now);
  return {
    today,
    last: today.add({ weeks: policies.horizonWeeks }),
    dayOf,
    midnight: (day) => new Date(day.toZonedDateTime(timeZone).epochMilliseconds),
  };
}

function mondayOf(day: Temporal.PlainDate): Temporal.PlainDate {
  return day.subtract({ days: day.dayOfWeek - 1 });
}

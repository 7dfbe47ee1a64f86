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
  const zone = office.timeZone;
  const dayOf = (instant: Date): Temporal.PlainDate =>
    Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone).toPlainDate();
  const midnight = (day: Temporal.PlainDate): Date => new Date(day.toZonedDateTime(zone).epochMilliseconds);
  const today = dayOf(now);
  const last = today.add({ weeks: office.policies.horizonWeeks });
  const furthest = Temporal.PlainDate.compare(dayOf(reaches), last) > 0 ? dayOf(reaches) : last;
  return {
    today: today.toString(),
    horizon: { from: today.toString(), to: last.toString() },
    from: midnight(today.subtract({ days: today.dayOfWeek - 1 })),
    to: midnight(furthest.add({ days: MARGIN_DAYS + 1 })),
  };
}

import { Temporal } from 'temporal-polyfill';

/** The date that the wall calendar of a zone shows at an instant, `2027-01-11`. */
export function localDay(instant: Date, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString();
}

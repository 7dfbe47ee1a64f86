import { Temporal } from 'temporal-polyfill';
import type { HalfDay } from './offers.js';

/** Reads the half day of an instant off the wall clock of a zone; the afternoon begins at noon. */
export function halfDayIn(timeZone: string): (instant: Date) => HalfDay {
  return (instant) => {
    const local = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone);
    return { day: local.toPlainDate().toString(), half: local.hour < 12 ? 'morning' : 'afternoon' };
  };
}

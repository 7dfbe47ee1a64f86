import { Temporal } from 'temporal-polyfill';

/** The instant of a wall-clock time on a local date; undefined for anything that is none. */
export function instantOf(day: string, time: string, timeZone: string): Date | undefined {
  try {
    const local = Temporal.PlainDate.from(day).toPlainDateTime(Temporal.PlainTime.from(time));
    return new Date(local.toZonedDateTime(timeZone).epochMilliseconds);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return undefined;
  }
}

/** The local date after this one; undefined for anything that is no date. */
export function dayAfter(day: string): string | undefined {
  try {
    return Temporal.PlainDate.from(day).add({ days: 1 }).toString();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return undefined;
  }
}

import type { Instant, InstantRange } from '../model.js';
import type { Interval } from './interval.js';
import { dateOfDay, dayOfDate } from './local-date.js';

const INSTANT = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):([0-5]\d)(?::00(?:\.000)?)?Z$/;
const MINUTES_PER_DAY = 1440;

/** Minutes since 1970-01-01T00:00Z, or undefined for a text that is not a UTC instant on a full minute. */
export function parseInstant(text: Instant): number | undefined {
  const match = INSTANT.exec(text);
  if (!match) return undefined;
  try {
    return dayOfDate(match[1] ?? '') * MINUTES_PER_DAY + Number(match[2]) * 60 + Number(match[3]);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Minutes since 1970-01-01T00:00Z. Throws a RangeError for a text that is not a UTC instant on a full minute. */
export function minuteOf(instant: Instant): number {
  const minute = parseInstant(instant);
  if (minute === undefined) throw new RangeError(`not a UTC instant: ${instant}`);
  return minute;
}

/** The instant of a minute, `2026-10-26T07:00Z`. */
export function instantOf(minute: number): Instant {
  const day = Math.floor(minute / MINUTES_PER_DAY);
  const ofDay = minute - day * MINUTES_PER_DAY;
  const hour = String(Math.floor(ofDay / 60)).padStart(2, '0');
  return `${dateOfDay(day)}T${hour}:${String(ofDay % 60).padStart(2, '0')}Z`;
}

/** The same stretches in minutes, in the same order. Throws a RangeError for a text that is not an instant. */
export function intervalsOf(ranges: readonly InstantRange[]): readonly Interval[] {
  return ranges.map((range) => ({ from: minuteOf(range.from), to: minuteOf(range.to) }));
}

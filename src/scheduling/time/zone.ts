import { Temporal } from 'temporal-polyfill';
import { dateOfDay } from './local-date.js';

const MINUTES_PER_DAY = 1440;

/** The clock of one time zone. Days are day numbers, instants minutes since 1970-01-01T00:00Z. */
export interface Zone {
  readonly id: string;
  /** First minute of a local day. */
  readonly dayStart: (day: number) => number;
  /** The local day an instant lies in. */
  readonly dayOf: (minute: number) => number;
  /**
   * The instant of a wall-clock time, given in minutes after midnight (1440 = the end of the day). A time that the
   * clock skips moves forward by the skipped time; a time that the clock shows twice means its second showing.
   */
  readonly instantAt: (day: number, minuteOfDay: number) => number;
}

interface LocalDay {
  readonly start: number;
  /** Minutes ahead of UTC when the day begins. */
  readonly offset: number;
}

interface ClockChange {
  readonly at: number;
  readonly offsetAfter: number;
}

/** Reads the zone database once per local day and remembers. Throws a RangeError for an unknown zone. */
export function zoneOf(id: string): Zone {
  const days = new Map<number, LocalDay>();
  const changes = new Map<number, ClockChange>();
  const localDay = (day: number): LocalDay => {
    const known = days.get(day) ?? readDay(id, day);
    days.set(day, known);
    return known;
  };
  const dayStart = (day: number): number => localDay(day).start;
  const changeOn = (day: number): ClockChange => {
    const known = changes.get(day) ?? readChange(id, localDay(day));
    changes.set(day, known);
    return known;
  };
  const dayOf = (minute: number): number => {
    const guess = Math.floor(minute / MINUTES_PER_DAY);
    if (minute < dayStart(guess)) return guess - 1;
    return minute < dayStart(guess + 1) ? guess : guess + 1;
  };
  const instantAt = (day: number, minuteOfDay: number): number => {
    const { start, offset } = localDay(day);
    const wall = day * MINUTES_PER_DAY + minuteOfDay;
    if (dayStart(day + 1) - start === MINUTES_PER_DAY) return wall - offset;
    const change = changeOn(day);
    const afterChange = wall - change.offsetAfter;
    return afterChange >= change.at ? afterChange : wall - offset;
  };
  return { id, dayStart, dayOf, instantAt };
}

function readDay(id: string, day: number): LocalDay {
  const midnight = Temporal.PlainDate.from(dateOfDay(day)).toZonedDateTime(id);
  return { start: midnight.epochMilliseconds / 60_000, offset: midnight.offsetNanoseconds / 60e9 };
}

function readChange(id: string, day: LocalDay): ClockChange {
  const change = Temporal.Instant.fromEpochMilliseconds(day.start * 60_000)
    .toZonedDateTimeISO(id)
    .getTimeZoneTransition('next');
  if (change === null) return { at: day.start, offsetAfter: day.offset };
  return { at: change.epochMilliseconds / 60_000, offsetAfter: change.offsetNanoseconds / 60e9 };
}

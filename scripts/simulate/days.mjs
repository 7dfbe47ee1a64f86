import { Temporal } from 'temporal-polyfill';

const DAY_MS = 86_400_000;
const ZONE = 'Europe/Zurich';
/** Closed everywhere; what only some cantons keep makes no difference to how much there is. */
const CLOSED = new Set(['01-01', '08-01', '12-25', '12-26']);
const midnights = new Map();

/** A local date `YYYY-MM-DD` so many days later. */
export function addDays(day, days) {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** @returns whole days from one date to another */
export const daysBetween = (from, to) => Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);

/** The instant in ms of so many minutes after local midnight; no simulated time lies between 1 and 3 in the morning. */
export function at(day, minutes) {
  let offset = midnights.get(day);
  if (offset === undefined) {
    offset = Temporal.PlainDate.from(day).toZonedDateTime({
      timeZone: ZONE,
      plainTime: '12:00',
    }).epochMilliseconds;
    midnights.set(day, offset);
  }
  return offset + (minutes - 720) * 60_000;
}

/** The day itself or the next on which offices are open. */
export function openDay(day) {
  let open = day;
  while ([0, 6].includes(new Date(`${open}T00:00:00Z`).getUTCDay()) || CLOSED.has(open.slice(5)))
    open = addDays(open, 1);
  return open;
}

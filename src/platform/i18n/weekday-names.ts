/** 2026-06-01 was a Monday. */
const MONDAY = Date.UTC(2026, 5, 1);
const DAY_MS = 86_400_000;

/** Monday to Sunday as a language names them, `Montag` … `Sonntag`. */
export function weekdayNames(bcp47: string): string[] {
  const format = new Intl.DateTimeFormat(bcp47, { weekday: 'long', timeZone: 'UTC' });
  return Array.from({ length: 7 }, (_, day) => format.format(new Date(MONDAY + day * DAY_MS)));
}

import { tariffCalendar, type TariffCalendar } from '../../scheduling/index.js';
import { publicHolidays, type Office } from '../offices/index.js';

const known = new Map<string, TariffCalendar>();

/**
 * The calendar by which deadlines of a visit on this local date count: the office's clock and the public holidays of
 * its canton, of that year and the one before. Closing days that only the office keeps do not count.
 */
export function officeCalendar({ canton, timeZone }: Office, day: string): TariffCalendar {
  const year = Number(day.slice(0, 4));
  const key = `${canton} ${timeZone} ${year}`;
  const calendar = known.get(key) ?? calendarFor(canton, timeZone, year);
  known.set(key, calendar);
  return calendar;
}

function calendarFor(canton: string, timeZone: string, year: number): TariffCalendar {
  const holidays = [year - 1, year].flatMap((one) => publicHolidays(canton, one));
  return tariffCalendar(
    timeZone,
    holidays.map((holiday) => holiday.day),
  );
}

import { tariffCalendar, type SendingRules, type TariffCalendar } from '../../scheduling/index.js';
import { publicHolidays } from '../offices/index.js';

/** The office and the local year around which it sends. */
interface SendingOffice {
  readonly timeZone: string;
  /** Whose public holidays are kept, such as `BL`. */
  readonly canton: string;
  readonly year: number;
}

/** Wall-clock times `HH:MM` of the policies. */
interface SendingHours {
  readonly reminderTime: string;
  readonly quietFrom: string;
  readonly quietUntil: string;
}

const calendars = new Map<string, TariffCalendar>();

/** When the office writes by itself: its hours, and the public holidays of its canton from the year before to the next. */
export function sendingRules(office: SendingOffice, hours: SendingHours): SendingRules {
  return {
    calendar: calendarOf(office),
    sendAt: minuteOfDay(hours.reminderTime),
    quietFrom: minuteOfDay(hours.quietFrom),
    quietUntil: minuteOfDay(hours.quietUntil),
  };
}

function calendarOf({ timeZone, canton, year }: SendingOffice): TariffCalendar {
  const key = `${canton} ${timeZone} ${year}`;
  const years = [year - 1, year, year + 1];
  const calendar =
    calendars.get(key) ??
    tariffCalendar(
      timeZone,
      years.flatMap((one) => publicHolidays(canton, one)).map(({ day }) => day),
    );
  calendars.set(key, calendar);
  return calendar;
}

function minuteOfDay(time: string): number {
  const [hours = '', minutes = ''] = time.split(':');
  return Number(hours) * 60 + Number(minutes);
}

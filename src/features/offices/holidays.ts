import Holidays from 'date-holidays';

/** A whole day on which public offices of a canton are closed. */
export interface Holiday {
  /** Local date `YYYY-MM-DD`. */
  readonly day: string;
  readonly name: string;
}

/**
 * The public holidays of a canton in one year, from the data of `date-holidays` (CC BY 3.0). They only seed a site's
 * closing days: half days and local holidays are not in that data and are entered by the office (facts.md 4).
 */
export function publicHolidays(canton: string, year: number): Holiday[] {
  return new Holidays('CH', canton)
    .getHolidays(year, 'de')
    .filter((holiday) => holiday.type === 'public')
    .map((holiday) => ({ day: holiday.date.slice(0, 10), name: holiday.name }));
}

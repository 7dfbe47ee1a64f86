import { Temporal } from 'temporal-polyfill';

/** A month `2027-01` of an address; anything else is the month of `today`. */
export function monthOf(asked: unknown, today: string): string {
  return typeof asked === 'string' && /^20\d\d-(0[1-9]|1[0-2])$/.test(asked) ? asked : today.slice(0, 7);
}

/** The month before and the one after. */
export function neighbours(month: string): { readonly before: string; readonly after: string } {
  const present = Temporal.PlainYearMonth.from(month);
  return { before: present.subtract({ months: 1 }).toString(), after: present.add({ months: 1 }).toString() };
}

/** `Januar 2027` in the language of the tag. */
export function monthName(month: string, bcp47: string): string {
  const format = new Intl.DateTimeFormat(bcp47, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return format.format(new Date(`${month}-15T00:00:00Z`));
}

import { Temporal } from 'temporal-polyfill';

/** A week by its ISO 8601 number; days are local dates `YYYY-MM-DD`, Monday first. */
export interface IsoWeek {
  /** `2027-W02` */
  readonly id: string;
  readonly number: number;
  readonly days: readonly string[];
}

/** The week that holds a local date. */
export function weekOf(day: string): IsoWeek {
  const date = Temporal.PlainDate.from(day);
  const monday = date.subtract({ days: date.dayOfWeek - 1 });
  const number = monday.weekOfYear ?? 1;
  return {
    id: `${monday.yearOfWeek ?? monday.year}-W${String(number).padStart(2, '0')}`,
    number,
    days: Array.from({ length: 7 }, (_, index) => monday.add({ days: index }).toString()),
  };
}

/** The week that an address names; undefined when there is no such week. */
export function weekNamed(id: string): IsoWeek | undefined {
  const [, year = '', number = ''] = /^(20\d\d)-W(\d\d)$/.exec(id) ?? [];
  if (year === '') return undefined;
  // the fourth of January is always in week 1
  const day = Temporal.PlainDate.from(`${year}-01-04`).add({ weeks: Number(number) - 1 });
  const week = weekOf(day.toString());
  return week.id === id ? week : undefined;
}

/** The local date so many days away. */
export function dayPlus(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** The instant at which the wall clock of a zone shows a time of a day; for writing dates. */
export function instantOn(day: string, time: string, timeZone: string): Date {
  const zoned = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone, plainTime: time });
  return new Date(zoned.epochMilliseconds);
}

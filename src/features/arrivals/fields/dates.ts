import type { Read, ReadingFacts } from './field.js';

const SWISS = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})$/;
const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?$/;
const YEARS_OF_LIFE = 120;
const YEARS_SINCE_ARRIVAL = 10;

/** When a person was born: `YYYY-MM-DD`, or `YYYY-MM` or `YYYY` where a register knows no more; null when empty. */
export function readBirthDate(text: string, { today }: Pick<ReadingFacts, 'today'>): Read<string | null> {
  if (text === '') return { value: null };
  const partial = partialDate(text);
  const date = partial === undefined ? readDate(text) : { value: partial };
  if ('error' in date) return date;
  if (date.value > today.slice(0, date.value.length)) return { error: 'date-in-future' };
  return isOlder(date.value, today, YEARS_OF_LIFE) ? { error: 'date-too-old' } : date;
}

/** When a person arrived in the municipality, `YYYY-MM-DD`; today at the latest. */
export function readArrivalDate(text: string, { today }: Pick<ReadingFacts, 'today'>): Read<string> {
  if (text === '') return { error: 'missing' };
  const date = readDate(text);
  if ('error' in date) return date;
  if (date.value > today) return { error: 'date-in-future' };
  return isOlder(date.value, today, YEARS_SINCE_ARRIVAL) ? { error: 'date-too-old' } : date;
}

/** `1980`, `1980-05`, `05.1980`, `00.00.1980`, `00.05.1980`: only the year or the month is known. */
function partialDate(text: string): string | undefined {
  const year = /^(?:00\.00\.)?(\d{4})$/.exec(text)?.[1];
  if (year !== undefined) return year;
  const [, isoYear, isoMonth] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text) ?? [];
  if (isoYear !== undefined) return `${isoYear}-${isoMonth ?? ''}`;
  const [, month, ownYear] = /^(?:00\.)?(0?[1-9]|1[0-2])\.(\d{4})$/.exec(text) ?? [];
  return month === undefined ? undefined : `${ownYear ?? ''}-${month.padStart(2, '0')}`;
}

function readDate(text: string): Read<string> {
  const [, day, month, year] = SWISS.exec(text) ?? [];
  const [, isoYear, isoMonth, isoDay] = ISO.exec(text) ?? [];
  const parts = year === undefined ? [isoYear, isoMonth, isoDay] : [year, month, day];
  if (parts[0] === undefined) return { error: 'date-unreadable' };
  const date = parts.map((part = '') => part.padStart(2, '0')).join('-');
  return exists(date) ? { value: date } : { error: 'date-impossible' };
}

/** The 30th of February is read by JavaScript as a day in March. */
function exists(date: string): boolean {
  const milliseconds = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(milliseconds) && new Date(milliseconds).toISOString().startsWith(date);
}

function isOlder(date: string, today: string, years: number): boolean {
  return Number(date.slice(0, 4)) < Number(today.slice(0, 4)) - years;
}

/**
 * How a language writes dates: always Gregorian, Latin digits, 24 hours, with the numeric date beside the long one
 * (ux.md 3.6). Language, zone and format are three separate facts, so the zone is an argument.
 */
export interface DateFormat {
  /** `Donnerstag, 3. Dezember 2026` in the language of the locale. */
  longDate(instant: Date): string;
  /** `03.12.2026` in every language. */
  numericDate(instant: Date): string;
  /** `14:00` in every language. */
  time(instant: Date): string;
  /** `14:00–15:00`; show it in an element with `dir="ltr"`. */
  timeRange(from: Date, to: Date): string;
  /** `Do 3.12.` as short as staff tables need it. */
  shortDay(instant: Date): string;
  /** `30. November–4. Dezember 2026` in the language of the locale. */
  dayRange(from: Date, to: Date): string;
}

/** Languages whose readers name months in two ways, with the locale of the other names: آذار beside مارس. */
const OTHER_MONTH_NAMES: Readonly<Record<string, string>> = { ar: 'ar-SY' };

const cache = new Map<string, DateFormat>();

/** @param bcp47 the language's tag, such as `de-CH` or `ta` @param timeZone IANA name such as `Europe/Zurich` */
export function dateFormat(bcp47: string, timeZone: string): DateFormat {
  const key = `${bcp47} ${timeZone}`;
  const known = cache.get(key);
  if (known) return known;
  const made = makeFormat(bcp47, timeZone);
  cache.set(key, made);
  return made;
}

/**
 * The same for sentences that run in the language's direction: ranges stay from left to right by U+2066 … U+2069 where
 * the text around them runs the other way.
 */
export function dateFormatWithin(
  { bcp47, direction }: { readonly bcp47: string; readonly direction: 'ltr' | 'rtl' },
  timeZone: string,
): DateFormat {
  const format = dateFormat(bcp47, timeZone);
  if (direction === 'ltr') return format;
  return { ...format, timeRange: (from, to) => rangeWithin(direction, format.timeRange(from, to)) };
}

/** A range of times for a sentence of this direction. */
export function rangeWithin(direction: 'ltr' | 'rtl', range: string): string {
  return direction === 'ltr' ? range : `\u2066${range}\u2069`;
}

function makeFormat(bcp47: string, timeZone: string): DateFormat {
  const base = { calendar: 'gregory', numberingSystem: 'latn', timeZone } as const;
  const date = { ...base, day: 'numeric', month: 'long', year: 'numeric' } as const;
  const long = longDateWriter(bcp47, { ...date, weekday: 'long' });
  const days = new Intl.DateTimeFormat(bcp47, date);
  const weekday = new Intl.DateTimeFormat(bcp47, { ...base, weekday: 'short' });
  const clock = new Intl.DateTimeFormat('en-GB', {
    ...base,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const parts = (instant: Date): Record<string, string> =>
    Object.fromEntries(clock.formatToParts(instant).map((part) => [part.type, part.value]));
  const time = (instant: Date): string => {
    const { hour = '', minute = '' } = parts(instant);
    return `${hour}:${minute}`;
  };
  return {
    longDate: (instant) => withPlainSpaces(long(instant)),
    numericDate: (instant) => {
      const { day = '', month = '', year = '' } = parts(instant);
      return `${day}.${month}.${year}`;
    },
    time,
    timeRange: (from, to) => `${time(from)}–${time(to)}`,
    dayRange: (from, to) => withPlainSpaces(days.formatRange(from, to)),
    shortDay: (instant) => {
      const { day = '', month = '' } = parts(instant);
      return `${withPlainSpaces(weekday.format(instant))} ${Number(day)}.${Number(month)}.`;
    },
  };
}

/** Writes a date with its month in both names where a language has two: `الخميس، 5 آذار / مارس 2026`. */
function longDateWriter(bcp47: string, options: Intl.DateTimeFormatOptions): (instant: Date) => string {
  const format = new Intl.DateTimeFormat(bcp47, options);
  const other = OTHER_MONTH_NAMES[bcp47];
  if (other === undefined) return (instant) => format.format(instant);
  const otherMonth = new Intl.DateTimeFormat(other, {
    ...options,
    day: undefined,
    year: undefined,
    weekday: undefined,
  });
  return (instant) =>
    format
      .formatToParts(instant)
      .map(({ type, value }) => (type === 'month' ? `${otherMonth.format(instant)} / ${value}` : value))
      .join('');
}

/** Intl puts narrow and thin spaces into some languages; mail clients show boxes for them. */
function withPlainSpaces(text: string): string {
  return text.replaceAll(/[\u2009\u202f\u00a0]/g, ' ');
}

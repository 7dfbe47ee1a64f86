import { z } from 'zod';
import type { WeekHours } from '../../../../features/settings/index.js';
import { weekdayNames } from '../../../../platform/i18n/weekday-names.js';
import type { FormFieldView } from '../../../../templates/components/form-fields.js';
import type { OfficeContext } from '../../office-context.js';
import type { Entries } from './settings-form.js';

/** Part of a day as wall clock. */
type DayHours = Omit<WeekHours, 'weekday'>;

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
const STRETCH = /^(\d{1,2})(?:[:.](\d{2}))?\s*[-–—]\s*(\d{1,2})(?:[:.](\d{2}))?$/;
const MINUTES_OF_DAY = 1440;

/** `08:00–12:00, 13:00–17:30`; an empty line has no hours. */
export function writeHours(hours: readonly DayHours[]): string {
  return hours.map(({ from, until }) => `${from}–${until}`).join(', ');
}

/** Reads what {@link writeHours} writes and what people type instead, such as `8-12; 13.30-17`; undefined: not readable. */
export function readHours(text: string): DayHours[] | undefined {
  const parts = text.split(/[,;]/).map((part) => part.trim());
  const stretches = parts.filter(Boolean).map((part) => stretchOf(part));
  let end = 0;
  for (const stretch of stretches) {
    if (!stretch || stretch.from < end || stretch.until <= stretch.from) return undefined;
    end = stretch.until;
  }
  return stretches.flatMap((stretch) =>
    stretch ? [{ from: clockOf(stretch.from), until: clockOf(stretch.until) }] : [],
  );
}

function stretchOf(part: string): { readonly from: number; readonly until: number } | undefined {
  const [, hour, minute = '0', endHour, endMinute = '0'] = STRETCH.exec(part) ?? [];
  if (hour === undefined || Number(minute) > 59 || Number(endMinute) > 59) return undefined;
  const until = Number(endHour) * 60 + Number(endMinute);
  return until > MINUTES_OF_DAY ? undefined : { from: Number(hour) * 60 + Number(minute), until };
}

function clockOf(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** One line of the form, such as `hours-1` for Monday. */
const HoursOfDay = z.string().transform((text, problems) => {
  const hours = readHours(text);
  if (hours) return hours;
  problems.addIssue({ code: 'custom', message: 'settings:error.hours' });
  return z.NEVER;
});

/** The seven lines of a week. */
export function weekLines(prefix: string, entries: Entries, { bcp47 }: OfficeContext): FormFieldView[] {
  const days = weekdayNames(bcp47);
  return WEEKDAYS.map((weekday) => ({
    kind: 'text',
    name: `${prefix}-${weekday}`,
    label: days[weekday - 1] ?? '',
    value: entries[`${prefix}-${weekday}`] ?? '',
  }));
}

export function weekEntries(prefix: string, hours: readonly WeekHours[]): Record<string, string> {
  return Object.fromEntries(
    WEEKDAYS.map((weekday) => [
      `${prefix}-${weekday}`,
      writeHours(hours.filter((one) => one.weekday === weekday)),
    ]),
  );
}

/** The hours of a read week. */
export function hoursOfWeek(prefix: string, read: Readonly<Record<string, unknown>>): WeekHours[] {
  return WEEKDAYS.flatMap((weekday) =>
    (read[`${prefix}-${weekday}`] as DayHours[]).map((hours) => ({ weekday, ...hours })),
  );
}

/** The part of a schema that reads a week. */
export function weekShape(prefix: string): Record<string, typeof HoursOfDay> {
  return Object.fromEntries(WEEKDAYS.map((weekday) => [`${prefix}-${weekday}`, HoursOfDay]));
}

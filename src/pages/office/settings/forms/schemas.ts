import { z } from 'zod';

/** A line that must not be empty. */
export const Line = z.string().trim().min(1, 'settings:error.missing').max(200, 'settings:error.too-long');

export const LineOrNone = z.string().trim().max(200, 'settings:error.too-long');

export const Words = z.string().trim().max(2000, 'settings:error.too-long');

export const Email = z
  .string()
  .trim()
  .pipe(z.email('validation:email-form').max(200, 'validation:email-form'));

export const PhoneOrNone = z
  .string()
  .trim()
  .regex(/^$|^\+?[\d\s()/.-]{6,25}$/, 'validation:phone');

export const Ticked = z.string().transform((value) => value === '1');

export const DayOrNone = z
  .literal('')
  .or(z.iso.date('validation:day'))
  .transform((day) => (day === '' ? null : day));

/** A whole number as people type it. */
export const Whole = (least: number, most: number): z.ZodType<number, string> =>
  z
    .string()
    .trim()
    .regex(/^\d{1,6}$/, 'settings:error.number')
    .transform(Number)
    .refine((number) => number >= least && number <= most, 'settings:error.number-range');

/** A number that chooses a record. */
export const ChosenId = z
  .string()
  .regex(/^[1-9]\d{0,8}$/, 'validation:choice')
  .transform(Number);

/** A wall-clock time, `08:00`, as people type it: `8:00`, `08.00`; empty for none. */
export const TimeOrNone = z
  .string()
  .trim()
  .regex(/^$|^([01]?\d|2[0-3])[:.][0-5]\d$/, 'validation:time')
  .transform(wallClock);

/** `8.00` as `08:00`; what is no time stays as it is. */
export function wallClock(text: string): string {
  const [, hour, minute] = /^(\d{1,2})[:.](\d{2})$/.exec(text.trim()) ?? [];
  return hour === undefined || minute === undefined ? text.trim() : `${hour.padStart(2, '0')}:${minute}`;
}

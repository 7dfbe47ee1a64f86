import { z } from 'zod';
import type { TariffRules } from '../../scheduling/index.js';

const Rappen = z.int().nonnegative();
const Minutes = z.int().nonnegative();
const Percent = z.int().min(0).max(200);
const WallTime = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/);

const TimePrice = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('hourly'),
    hourly: Rappen,
    minMinutes: Minutes,
    stepMinutes: z.int().positive(),
  }),
  z.strictObject({
    kind: z.literal('call'),
    flat: Rappen,
    includedMinutes: Minutes,
    perMinute: z.int().positive(),
  }),
]);

const Travel = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('flat'),
    amount: Rappen,
    far: z.strictObject({ fromKilometres: z.int().positive(), hourly: Rappen }).nullable(),
  }),
  z.strictObject({
    kind: z.literal('zones'),
    zones: z.array(z.strictObject({ places: z.array(z.string().min(1)), amount: Rappen })),
    elsewhere: Rappen.nullable(),
  }),
  z.strictObject({ kind: z.literal('hourly'), hourly: Rappen }),
]);

const AdvanceNotice = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('hours'),
    hours: z.number().positive().max(1000),
    without: z.array(z.enum(['weekends', 'holidays'])),
    exactly: z.enum(['in-time', 'late']),
  }),
  z.strictObject({
    kind: z.literal('working-days'),
    days: z.int().min(0).max(60),
    until: WallTime.nullable(),
  }),
  z.strictObject({ kind: z.literal('never') }),
]);

const Weekday = z.union([1, 2, 3, 4, 5, 6, 7].map((day) => z.literal(day as 1 | 2 | 3 | 4 | 5 | 6 | 7)));

const Surcharge = z.strictObject({
  name: z.enum(['evening', 'night', 'weekend', 'sunday-or-holiday']),
  hours: z.array(
    z.strictObject({
      days: z.array(z.union([Weekday, z.literal('holiday')])),
      from: WallTime,
      until: WallTime,
    }),
  ),
  percent: Percent,
  hourly: Rappen,
});

/** The rules of a tariff version as they are stored. */
export const TariffRulesSchema: z.ZodType<TariffRules> = z.strictObject({
  prices: z.partialRecord(z.enum(['onsite', 'phone', 'video']), TimePrice),
  visitFlat: Rappen,
  countsFromAgreedStart: z.boolean(),
  unusedPercent: Percent,
  waiting: z.enum(['worked', 'unused']),
  travel: Travel,
  newVisitAfterMinutes: z.int().positive().nullable(),
  express: z.strictObject({ unless: AdvanceNotice, flat: Rappen, percent: Percent }).nullable(),
  surcharges: z.array(Surcharge),
  cancellation: z.array(
    z.strictObject({
      unless: AdvanceNotice,
      fullMinutes: Minutes,
      restPercent: Percent,
      flat: z.boolean(),
      travel: z.boolean(),
    }),
  ),
  postponement: z.enum(['cancellation', 'free']),
  totalStep: z.union([z.literal(1), z.literal(5)]),
});

import { z } from 'zod';

/** How long a run looks. */
export const efforts = ['quick', 'usual', 'thorough'] as const;

/** What a run may do with announced talks. */
export const announcedPolicies = ['keep', 'absences', 'worthwhile'] as const;

/** Seconds of search on an ordinary machine. */
export const SECONDS = { quick: 3, usual: 15, thorough: 60 } as const;

/** An empty field means that nothing was chosen. */
const chosen = <T extends z.ZodType>(value: T): z.ZodPreprocess<z.ZodOptional<T>> =>
  z.preprocess((typed) => (typed === '' ? undefined : typed), value.optional());

const HouseholdId = z.coerce.number().int().positive();

/** Households ticked in the list; one tick comes as a single value. */
export const TickedHouseholds = z
  .union([z.array(HouseholdId), HouseholdId.transform((id) => [id])])
  .default([]);

export const StartForm = z.object({
  weeks: z.coerce
    .number('plans:validation.weeks')
    .int('plans:validation.weeks')
    .min(1, 'plans:validation.weeks')
    .max(52, 'plans:validation.weeks'),
  from: chosen(z.iso.date('plans:validation.from')),
  effort: z.enum(efforts, 'plans:validation.effort'),
  announced: z.enum(announcedPolicies, 'plans:validation.announced').default('keep'),
  language: chosen(z.string().regex(/^[a-z]{2,3}$/)),
  municipality: chosen(z.coerce.number().int().positive()),
  dueUntil: chosen(z.iso.date('plans:validation.due-until')),
  household: TickedHouseholds,
});

/** The fields as somebody typed them. */
export const startFields = [
  'weeks',
  'from',
  'effort',
  'announced',
  'language',
  'municipality',
  'dueUntil',
] as const;

export type StartEntries = Readonly<Record<(typeof startFields)[number], string>>;

import { z } from 'zod';
import { householdActions } from '../../../features/household-actions/index.js';

const Ids = z.array(z.coerce.number().int().min(1).max(999_999_999));

/** What the list of Eingang sends: ticked households, or every one that its filters let through. */
export const BulkQuery = z.object({
  action: z.enum(householdActions),
  household: z
    .union([
      Ids,
      z
        .string()
        .transform((id): unknown[] => [id])
        .pipe(Ids),
    ])
    .catch([]),
  all: z.literal('yes').optional().catch(undefined),
});

/** What the check page sends: the households stand in one field, however many they are. */
export const BulkForm = z.object({
  action: z.enum(householdActions),
  households: z
    .string()
    .max(60_000)
    .transform((list): unknown[] => list.split(','))
    .pipe(Ids.min(1)),
  reason: z.string().max(1000).default(''),
});

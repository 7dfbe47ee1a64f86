import { z } from 'zod';

const wishedId = z.coerce.number().int().positive().optional().catch(undefined);

/** Which places are looked for; what cannot be read narrows nothing. */
export const RowPlacesQuery = z.object({
  from: z
    .string()
    .regex(/^\d{4}-\d\d-\d\d$/)
    .optional()
    .catch(undefined),
  caseworker: wishedId,
  room: wishedId,
  interpreter: wishedId,
});

export type RowPlacesWishes = z.infer<typeof RowPlacesQuery>;

/** A place of the list, sent back as it was shown. */
export const ChangeRowForm = z.object({
  version: z.coerce.number().int().positive(),
  startsAt: z.iso.datetime(),
  mode: z.enum(['onsite', 'video']),
  roomId: z.preprocess((value) => (value === '' ? null : Number(value)), z.int().positive().nullable()),
  caseworkerId: z.coerce.number().int().positive(),
  interpreterId: z.preprocess(
    (value) => (value === '' ? null : Number(value)),
    z.int().positive().nullable(),
  ),
  interpreterMode: z.preprocess(
    (value) => (value === '' ? null : value),
    z.enum(['onsite', 'phone', 'video']).nullable(),
  ),
  language: z.string().min(2).max(8),
});

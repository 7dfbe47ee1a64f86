import { z } from 'zod';
import { DomainError } from '../../../platform/errors/domain-error.js';

const Count = z.coerce.number().int().positive();

/** Which version of the talk the reader saw. */
export const SeenVersion = z.object({ version: Count });

/** Which published state of the talk is confirmed. */
export const SeenRevision = z.object({ revision: Count });

/** What came of a talk. */
export const OutcomeForm = SeenVersion.extend({
  outcome: z.enum(['held', 'no-show', 'stopped', 'written']),
  who: z.enum(['household', 'interpreter', 'office']).optional(),
});

/** Why a talk is called off; messages are translation keys. */
export const CancelForm = SeenVersion.extend({
  by: z.enum(['household', 'interpreter', 'office'], 'validation:cancel-by'),
  reason: z.string().trim().max(500, 'validation:reason-too-long').default(''),
});

/** A form of buttons only cannot be filled in wrongly by people: what does not fit is refused as a whole. */
export function readButton<T>(schema: z.ZodType<T>, body: unknown): T {
  const form = schema.safeParse(body);
  if (!form.success) throw new DomainError('invalid', 'invalid');
  return form.data;
}

import type { z } from 'zod';
import type { Translate } from '../../platform/i18n/i18n.js';
import type { FieldError } from '../../templates/components/error-summary.js';

/** The first complaint of each field, in words. */
export function fieldErrors(error: z.ZodError, t: Translate): FieldError[] {
  const first = new Map<string, string>();
  for (const issue of error.issues) {
    const field = issue.path.join('-');
    if (!first.has(field)) first.set(field, t(issue.message));
  }
  return [...first].map(([field, text]) => ({ field, text }));
}

import type { z } from 'zod';
import { DomainError } from '../../platform/errors/domain-error.js';
import type { Translate } from '../../platform/i18n/i18n.js';
import type { FieldError } from '../../templates/components/error-summary.js';

/** Messages of our schemas are translation keys; any other belongs to a field that nobody types. */
const TRANSLATION_KEY = /^[a-z-]+:[\w.-]+$/;

/** The first complaint of each field, in words. Throws `bad-request` for a form that is not ours. */
export function fieldErrors(error: z.ZodError, t: Translate): FieldError[] {
  const first = new Map<string, string>();
  for (const issue of error.issues) {
    const field = issue.path.join('-');
    if (!TRANSLATION_KEY.test(issue.message)) throw new DomainError('bad-request', 'invalid', { field });
    if (!first.has(field)) first.set(field, t(issue.message));
  }
  return [...first].map(([field, text]) => ({ field, text }));
}

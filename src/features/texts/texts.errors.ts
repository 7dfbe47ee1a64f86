import { DomainError } from '../../platform/errors/domain-error.js';

/** Somebody wrote for a language that has no texts here, or a text that nobody asked for. */
export function textUnknown(language: string, key?: string): DomainError {
  return new DomainError('text-unknown', 'not-found', key === undefined ? { language } : { language, key });
}

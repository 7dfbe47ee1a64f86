import { DomainError } from '../../platform/errors/domain-error.js';

/** A number in the address; what is not one leads nowhere. */
export function readId(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new DomainError('not-found', 'not-found');
  return Number(text);
}

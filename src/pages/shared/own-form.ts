import type { Request } from 'express';
import { DomainError } from '../../platform/errors/domain-error.js';

/**
 * Refuses a form that another site sends. Phones from before 2021 do not say where a form comes from, and their
 * `Origin` is `null` because these pages send no referrer: there the secret in the address has to be enough.
 */
export function assertOwnForm(request: Request): void {
  const site = request.get('sec-fetch-site');
  const origin = request.get('origin');
  const isOwn =
    site === undefined
      ? origin === undefined || origin === 'null' || hostOf(origin) === request.get('host')
      : site === 'same-origin' || site === 'none';
  if (!isOwn) throw new DomainError('foreign-form', 'forbidden');
}

function hostOf(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).host : '';
}

import { timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';
import { DomainError } from '../../platform/errors/domain-error.js';
import type { OfficeRequest } from './office-request.js';

/** Name of the hidden field in every form. */
const CSRF_FIELD = 'csrf';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

export function changesSomething(request: Request): boolean {
  return !SAFE_METHODS.has(request.method);
}

/** Browsers say where a request comes from; a foreign page is refused before its body is looked at. */
export function assertOwnOrigin(request: Request): void {
  const site = request.get('sec-fetch-site');
  const origin = request.get('origin');
  const foreignSite = site !== undefined && site !== 'same-origin' && site !== 'none';
  const foreignOrigin = site === undefined && origin !== undefined && hostOf(origin) !== request.get('host');
  if (foreignSite || foreignOrigin) throw new DomainError('foreign-form', 'forbidden');
}

/**
 * Compares the form's token with the session's. The guard does it for every form but uploads, whose fields are only
 * known after the file was read: a controller that takes a file calls this itself.
 */
export function assertCsrfToken(request: OfficeRequest): void {
  const body = (request.body ?? {}) as Record<string, unknown>;
  const given = body[CSRF_FIELD];
  const expected = Buffer.from(request.staff.csrfToken);
  const actual = Buffer.from(typeof given === 'string' ? given : '');
  if (actual.length !== expected.length || !timingSafeEqual(actual, expected)) {
    throw new DomainError('form-too-old', 'forbidden');
  }
}

function hostOf(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).host : '';
}

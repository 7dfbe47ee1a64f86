import { HttpException } from '@nestjs/common';
import { DomainError, statusOf } from '../../platform/errors/domain-error.js';
import { sqlState } from '../../platform/database/database.js';
import { isDatabaseAway } from '../../platform/database/database-away.js';

/** An error as the outside sees it: a status, a stable code (translation key `errors:<code>`), and data. */
export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Conflicts that passed all retries, and statements that took too long. */
const TRY_AGAIN = /^(40001|40P01|55P03|57014)$/;

/** Translates any thrown value; what is not foreseen becomes 500 `internal` without details. */
export function problemOf(error: unknown): Problem {
  if (error instanceof DomainError) {
    return { status: statusOf[error.kind], code: error.code, data: error.data };
  }
  if (error instanceof HttpException) return problemOfHttp(error);
  if (isDatabaseAway(error) || TRY_AGAIN.test(sqlState(error) ?? '')) {
    return { status: 503, code: 'unavailable', data: {} };
  }
  return {
    status: clientStatus(error) ?? 500,
    code: clientStatus(error) ? 'bad-request' : 'internal',
    data: {},
  };
}

const CODES: Readonly<Record<number, string>> = {
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not-found',
  413: 'too-large',
  422: 'invalid',
  429: 'too-many',
};

function problemOfHttp(error: HttpException): Problem {
  const status = error.getStatus();
  const answer = error.getResponse();
  const data = typeof answer === 'object' ? (answer as Record<string, unknown>) : {};
  return { status, code: CODES[status] ?? (status >= 500 ? 'internal' : 'bad-request'), data };
}

/** Errors of the body parser and of uploads carry their own 4xx status. */
function clientStatus(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('status' in error)) return undefined;
  const { status } = error;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : undefined;
}

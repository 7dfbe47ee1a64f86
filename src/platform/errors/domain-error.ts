/** What kind of answer a refused request gets: HTTP status and page follow from it. */
export type ErrorKind =
  | 'malformed'
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'gone'
  | 'misdirected'
  | 'too-many'
  | 'unavailable';

/**
 * A foreseen refusal that the caller can understand. `code` is stable and is the translation key `errors:<code>`;
 * `data` holds what the words need (and, for conflicts, alternatives).
 */
export class DomainError extends Error {
  override readonly name = 'DomainError';

  constructor(
    readonly code: string,
    readonly kind: ErrorKind,
    readonly data: Readonly<Record<string, unknown>> = {},
  ) {
    super(code);
  }
}

/** HTTP status per kind (RFC 9110). */
export const statusOf: Readonly<Record<ErrorKind, number>> = {
  malformed: 400,
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  gone: 410,
  misdirected: 421,
  'too-many': 429,
  unavailable: 503,
};

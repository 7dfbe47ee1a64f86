import { DomainError } from '../../platform/errors/domain-error.js';

/** One thing that is wrong with what was sent, as schemas report it. */
interface Issue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
}

const MOST_ERRORS = 50;

/** 422 with the field and the fault of each wrong entry; `field` is a path such as `choice.roomId`. */
export function fieldProblem(issues: readonly Issue[]): DomainError {
  const errors = issues.slice(0, MOST_ERRORS).map(({ message, path = [] }) => ({
    field: path.map((part) => String(typeof part === 'object' ? part.key : part)).join('.'),
    message,
  }));
  return new DomainError('invalid', 'invalid', { errors });
}

import type { NextFunction, Request, Response } from 'express';
import { DomainError } from '../errors/domain-error.js';

/** No body of ours is deeper than five. */
const DEEPEST = 20;

/** Refuses bodies that are nested deeper than 20 or that would change what every object inherits. */
export function flatBodiesOnly(request: Request, _response: Response, next: NextFunction): void {
  next(isFlat(request.body) ? undefined : new DomainError('bad-request', 'malformed'));
}

/** Level by level, so that no depth of a body is a depth of our own calls. */
function isFlat(body: unknown): boolean {
  let level: readonly unknown[] = [body];
  for (let depth = 0; depth <= DEEPEST; depth += 1) {
    const containers = level.filter((value): value is object => typeof value === 'object' && value !== null);
    if (containers.length === 0) return true;
    if (containers.some((value) => Object.hasOwn(value, '__proto__'))) return false;
    level = containers.flatMap((value): unknown[] => (Buffer.isBuffer(value) ? [] : Object.values(value)));
  }
  return false;
}

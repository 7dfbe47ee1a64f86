import { randomUUID } from 'node:crypto';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import { withLogContext } from '../logging/log-context.js';
import type { Metrics } from './metrics.js';

const REQUEST_ID = /^[\w.-]{8,64}$/;

/**
 * Gives each request an id (a proxy's `X-Request-Id` is taken over), answers with it and puts it on every log line;
 * measures the time to the answer. Addresses are noted as route patterns only: they hold ids and tokens.
 * @param level on which each answer is logged
 */
export function watchRequests(metrics: Metrics, logger: Logger, level: 'info' | 'debug'): RequestHandler {
  return (request: Request, response: Response, next: NextFunction) => {
    const given = request.get('X-Request-Id') ?? '';
    const requestId = REQUEST_ID.test(given) ? given : randomUUID();
    const started = performance.now();
    response.setHeader('X-Request-Id', requestId);
    response.once('finish', () => {
      const seconds = (performance.now() - started) / 1000;
      const { method } = request;
      const answered = { method, route: routeOf(request), status: response.statusCode };
      metrics.answered(answered, seconds);
      logger[level]({ requestId, ...answered, ms: Math.round(seconds * 1000) }, 'answered');
    });
    withLogContext({ requestId }, next);
  };
}

const KNOWN_METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** The pattern that matched; what no controller answered is `other`, so that wrong addresses make no new series. */
export function routeOf({ route, path, method }: Request): string {
  if (!KNOWN_METHODS.has(method)) return 'other';
  // a request that never reached the application has no path
  if ((path as string | undefined)?.startsWith('/assets/') === true) return '/assets';
  const pattern: unknown = (route as { path?: unknown } | undefined)?.path;
  return typeof pattern === 'string' ? pattern : 'other';
}

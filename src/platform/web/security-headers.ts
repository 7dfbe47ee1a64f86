import type { NextFunction, Request, RequestHandler, Response } from 'express';
import helmet from 'helmet';

/** No inline script, nothing foreign (reliability.md 4.3); inline style is needed by nobody. */
const contentSecurityPolicy = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    connectSrc: ["'self'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
    frameSrc: ["'self'"],
    baseUri: ["'none'"],
  },
};

/** What browsers may do with our answers; with https for a year, subdomains included. */
export function securityHeaders(publicUrl: string): RequestHandler {
  return helmet({
    contentSecurityPolicy,
    strictTransportSecurity: publicUrl.startsWith('https:'),
    referrerPolicy: { policy: 'no-referrer' },
  });
}

/** Nothing here is for search engines, least of all an address with a secret in it. */
export function keptOutOfSearches(_request: Request, response: Response, next: NextFunction): void {
  response.setHeader('X-Robots-Tag', 'noindex, nofollow');
  next();
}

import type { IncomingMessage } from 'node:http';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { DomainError } from '../errors/domain-error.js';

/** Where the product may be asked for. */
export interface OwnHosts {
  /** Address that links begin with. */
  readonly publicUrl: string;
  /** Address of the staff's pages, when it is another one. */
  readonly officeUrl: string | undefined;
  /** Further hosts, `name` or `name:port`. */
  readonly extraHosts: readonly string[];
}

/** Names of this machine that nobody else can give it. */
const THIS_MACHINE = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;
/** Asked by address from inside: by those who watch over the process. */
const FOR_WATCHERS = /^\/(health\/|metrics$)/;
const FOR_STAFF = /^\/(office|api)(\/|$)/;
const FOR_OTHERS = /^\/(t|code|interpreter)(\/|$)/;

/**
 * Refuses requests for hosts that are not ours with 421, and more than one `Host` with 400: no link, cookie or cache
 * is ever made for a name that somebody else chose. With an address of their own, staff's pages are found there only,
 * and those of newcomers and interpreters elsewhere only, so that no cookie of one is ever sent to the other.
 */
export function ownHostsOnly(hosts: OwnHosts): RequestHandler {
  return (request: Request, _response: Response, next: NextFunction) => {
    if (hasOddTarget(request)) next(new DomainError('bad-request', 'malformed'));
    else if (isHere(hosts, request)) next();
    else next(new DomainError('wrong-host', 'misdirected'));
  };
}

/** Several hosts, or an address with a host of its own: two programs could read two different things in it. */
function hasOddTarget({ rawHeaders, url }: IncomingMessage): boolean {
  const named = rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === 'host');
  return named.length !== 1 || url?.startsWith('/') !== true;
}

function isHere({ publicUrl, officeUrl, extraHosts }: OwnHosts, { headers, path }: Request): boolean {
  const host = (headers.host ?? '').toLowerCase();
  if (FOR_WATCHERS.test(path)) return true;
  const publicHost = new URL(publicUrl).host;
  const officeHost = new URL(officeUrl ?? publicUrl).host;
  if (officeHost !== publicHost) {
    if (FOR_STAFF.test(path)) return host === officeHost;
    if (FOR_OTHERS.test(path)) return host === publicHost || extraHosts.includes(host);
  }
  const isLocal = THIS_MACHINE.test(publicHost) && THIS_MACHINE.test(host);
  return isLocal || [publicHost, officeHost, ...extraHosts].includes(host);
}

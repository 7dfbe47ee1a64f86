import dns from 'node:dns/promises';
import http from 'node:http';
import https from 'node:https';
import net, { type LookupFunction } from 'node:net';
import type { OutgoingRules } from './outgoing-rules.js';
import { OutgoingRefused } from './outgoing-refused.js';

const MOST_BYTES = 2_000_000;
const MOST_REDIRECTS = 3;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** Every address of a host name, as the system resolves it. */
export type Resolve = (
  host: string,
) => Promise<readonly { readonly address: string; readonly family: number }[]>;

const bySystem: Resolve = (host) => dns.lookup(host, { all: true, verbatim: true });

/**
 * Fetches an address that somebody else chose. The connection goes to an address that the rules permit, checked
 * after the name was resolved and used as it was checked, again for every redirect (at most 3); the answer may have
 * 2 MB and take the time of the rules in all. Throws {@link OutgoingRefused}.
 */
export async function outgoingGet(
  url: string,
  rules: OutgoingRules,
  resolve: Resolve = bySystem,
): Promise<Buffer> {
  const signal = AbortSignal.timeout(rules.longestMs);
  let next = url;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
    const answer = await getOnce(permitted(next, rules), { rules, resolve, signal });
    if (Buffer.isBuffer(answer)) return answer;
    next = answer.location;
  }
  throw new OutgoingRefused('redirects');
}

/** Whether an address could be asked at all, before anything is resolved. Throws {@link OutgoingRefused}. */
export function permitted(url: string, rules: OutgoingRules): URL {
  if (!URL.canParse(url)) throw new OutgoingRefused('address');
  const parsed = new URL(url);
  if (!rules.schemes.includes(parsed.protocol)) throw new OutgoingRefused('scheme');
  if (parsed.username !== '' || parsed.password !== '') throw new OutgoingRefused('address');
  if (rules.ports !== null && !rules.ports.includes(parsed.port)) throw new OutgoingRefused('address');
  const host = parsed.hostname.replaceAll(/^\[|\]$/g, '');
  // sockets do not look up what is an address already
  if (net.isIP(host) !== 0 && !rules.permits(host)) throw new OutgoingRefused('private');
  return parsed;
}

interface Asking {
  readonly rules: OutgoingRules;
  readonly resolve: Resolve;
  readonly signal: AbortSignal;
}

/** One request on a connection of its own: the whole body, or where it leads. */
function getOnce(url: URL, asking: Asking): Promise<Buffer | { readonly location: string }> {
  const { signal } = asking;
  return new Promise((done, reject) => {
    const fail = (error: unknown): void => {
      reject(refusalOf(error, signal));
    };
    const ask = url.protocol === 'https:' ? https.request : http.request;
    const request = ask(url, {
      agent: false,
      signal,
      lookup: guardedLookup(asking),
      headers: { accept: 'text/calendar, text/plain;q=0.5', 'accept-encoding': 'identity' },
    });
    request.on('error', fail);
    request.on('response', (response) => {
      const { statusCode = 0, headers } = response;
      response.on('error', fail);
      if (REDIRECTS.has(statusCode) && headers.location !== undefined) {
        response.destroy();
        done({ location: URL.canParse(headers.location, url) ? new URL(headers.location, url).href : '' });
      } else if (statusCode !== 200) {
        response.destroy();
        reject(new OutgoingRefused('status'));
      } else {
        bodyOf(response).then(done, fail);
      }
    });
    request.end();
  });
}

async function bodyOf(response: http.IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of response as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > MOST_BYTES) throw new OutgoingRefused('too-large');
    parts.push(part);
  }
  if (!response.complete) throw new OutgoingRefused('unreachable');
  return Buffer.concat(parts);
}

/** Gives the socket an address that was checked, so that a second look-up cannot change it. */
function guardedLookup({ rules, resolve }: Asking): LookupFunction {
  return (host, options, callback) => {
    resolve(host).then(
      (addresses) => {
        const [first] = addresses;
        if (!first || !addresses.every(({ address }) => rules.permits(address))) {
          callback(new OutgoingRefused(first ? 'private' : 'unreachable'), '');
        } else if (options.all === true) {
          callback(null, [...addresses]);
        } else {
          callback(null, first.address, first.family);
        }
      },
      () => {
        callback(new OutgoingRefused('unreachable'), '');
      },
    );
  };
}

function refusalOf(error: unknown, signal: AbortSignal): OutgoingRefused {
  if (error instanceof OutgoingRefused) return error;
  return new OutgoingRefused(signal.aborted ? 'too-slow' : 'unreachable');
}

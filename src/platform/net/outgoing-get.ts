import http from 'node:http';
import https from 'node:https';
import { bodyOf, bySystem, guardedLookup, permitted, type Resolve } from './guarded-socket.js';
import type { OutgoingRules } from './outgoing-rules.js';
import { OutgoingRefused } from './outgoing-refused.js';

const MOST_REDIRECTS = 3;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

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

function refusalOf(error: unknown, signal: AbortSignal): OutgoingRefused {
  if (error instanceof OutgoingRefused) return error;
  return new OutgoingRefused(signal.aborted ? 'too-slow' : 'unreachable');
}

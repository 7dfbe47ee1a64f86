import http from 'node:http';
import https from 'node:https';
import { bodyOf, bySystem, guardedLookup, permitted } from './guarded-socket.js';
import { OutgoingRefused } from './outgoing-refused.js';
import type { OutgoingRules } from './outgoing-rules.js';

/** What a library asks for; a subset of what the browser's `fetch` takes. */
interface Order {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/**
 * A `fetch` for libraries that talk to one known partner: every connection goes to an address that the rules for its
 * host permit, redirects are handed back and never followed, the answer may have 2 MB. Throws {@link OutgoingRefused}.
 * @param rulesFor the rules for one address
 */
export function guardedFetch(
  rulesFor: (url: URL) => OutgoingRules,
): (url: string, order?: Order) => Promise<Response> {
  return (url, order = {}) => {
    const rules = rulesFor(new URL(url));
    const target = permitted(url, rules);
    const ask = target.protocol === 'https:' ? https.request : http.request;
    return new Promise((done, reject) => {
      const request = ask(target, {
        agent: false,
        method: order.method ?? 'GET',
        headers: { ...order.headers, 'accept-encoding': 'identity' },
        lookup: guardedLookup({ rules, resolve: bySystem }),
        signal: AbortSignal.timeout(rules.longestMs),
      });
      request.on('error', (error) => {
        reject(error instanceof OutgoingRefused ? error : new OutgoingRefused('unreachable'));
      });
      request.on('response', (answer) => {
        bodyOf(answer).then((body) => {
          done(responseOf(answer, body));
        }, reject);
      });
      request.end(textOf(order.body));
    });
  };
}

function responseOf({ statusCode = 502, headers }: http.IncomingMessage, body: Buffer): Response {
  const contentType = headers['content-type'];
  const mayHaveBody = ![204, 205, 304].includes(statusCode);
  return new Response(mayHaveBody ? new Uint8Array(body) : null, {
    status: statusCode,
    headers: contentType === undefined ? {} : { 'content-type': contentType },
  });
}

function textOf(body: unknown): string | undefined {
  if (typeof body === 'string') return body;
  return body instanceof URLSearchParams ? body.toString() : undefined;
}

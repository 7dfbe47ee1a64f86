import dns from 'node:dns/promises';
import type http from 'node:http';
import net, { type LookupFunction } from 'node:net';
import { OutgoingRefused } from './outgoing-refused.js';
import type { OutgoingRules } from './outgoing-rules.js';

const MOST_BYTES = 2_000_000;

/** Every address of a host name, as the system resolves it. */
export type Resolve = (
  host: string,
) => Promise<readonly { readonly address: string; readonly family: number }[]>;

export const bySystem: Resolve = (host) => dns.lookup(host, { all: true, verbatim: true });

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

/** The whole body of an answer, of at most 2 MB. Throws {@link OutgoingRefused}. */
export async function bodyOf(response: http.IncomingMessage): Promise<Buffer> {
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
export function guardedLookup({
  rules,
  resolve,
}: {
  readonly rules: OutgoingRules;
  readonly resolve: Resolve;
}): LookupFunction {
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

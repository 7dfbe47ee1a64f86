import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import ipaddr from 'ipaddr.js';

/** What is known of whoever asks for the metrics. */
export interface Scraper {
  /** Address of the connection itself. */
  readonly address: string | undefined;
  readonly headers: IncomingHttpHeaders;
}

/** Headers that only a proxy sets: behind it, everybody seems to come from this machine. */
const OF_PROXIES = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-real-ip',
  'via',
];

/** With a token set, whoever has it; without one, only programs on this machine that come through no proxy. */
export function mayScrape({ address, headers }: Scraper, token: string | undefined): boolean {
  if (token !== undefined) return isSame(headers.authorization ?? '', `Bearer ${token}`);
  return isLoopback(address) && OF_PROXIES.every((name) => headers[name] === undefined);
}

function isLoopback(address: string | undefined): boolean {
  return address !== undefined && ipaddr.isValid(address) && ipaddr.process(address).range() === 'loopback';
}

/** Takes the same time whatever is wrong. */
function isSame(given: string, wanted: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}

const START = '/office';

/** The path to return to after signing in, if it is one of ours; anything else leads to the start. */
export function safeNext(next: unknown): string {
  if (typeof next !== 'string' || !next.startsWith('/office')) return START;
  if (!URL.canParse(next, 'http://office.invalid')) return START;
  const url = new URL(next, 'http://office.invalid');
  const ours = url.host === 'office.invalid' && /^\/office(\/|$)/.test(url.pathname);
  return ours && !url.pathname.startsWith('/office/log') ? url.pathname + url.search : START;
}

/** Where interpreters begin. */
const START = '/interpreter/requests';

/** The page to show after signing in, if it is one of theirs; anything else leads to the start. */
export function ownPath(path: unknown): string {
  if (typeof path !== 'string' || !URL.canParse(path, 'http://site.invalid')) return START;
  const { host, pathname, search } = new URL(path, 'http://site.invalid');
  const isTheirs = host === 'site.invalid' && /^\/interpreter\/(?!in\/|sign-in|sent)/.test(pathname);
  return isTheirs ? pathname + search : START;
}

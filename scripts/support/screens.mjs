/** What stands for numbers, identifiers and languages in the name of a screen: one talk's page looks like another's. */
const ONE_OF_MANY = /^(\d+|[0-9a-f]{8}-[0-9a-f-]{27}|[a-z]{2})$/;
const FILES = /\.(csv|ics|pdf|txt)$/;

/** So many of a kind are opened to find the fullest: a talk to come offers more than a past one. */
const LOOKED_AT = 4;

/**
 * The screens that links lead to from `start`, as `{ name, address }`: those whose path begins with `within`, of each
 * kind the one with the most links. Only links are followed, so nothing changes.
 */
export async function screensFrom(page, start, within) {
  const kinds = new Map();
  const seen = new Set();
  const waiting = [start];
  while (waiting.length > 0) {
    const address = waiting.shift();
    const { origin, pathname } = new URL(address);
    const kind = kindOf(kinds, nameOf(pathname.slice(within.length)));
    if (seen.has(pathname) || !pathname.startsWith(within) || FILES.test(pathname)) continue;
    if (kind.seen === LOOKED_AT) continue;
    seen.add(pathname);
    kind.seen += 1;
    const links = await linksOn(page, address);
    if (links.length > kind.links) Object.assign(kind, { address, links: links.length });
    waiting.push(...links.filter((link) => link.startsWith(origin)));
  }
  return [...kinds].flatMap(([name, { address }]) => (address === undefined ? [] : [{ name, address }]));
}

function kindOf(kinds, name) {
  const kind = kinds.get(name) ?? { seen: 0, links: 0, address: undefined };
  kinds.set(name, kind);
  return kind;
}

/** None for what is no page. */
async function linksOn(page, address) {
  const answer = await page.goto(address);
  if (!answer?.headers()['content-type']?.startsWith('text/html')) return [];
  return page.$$eval('a[href]', (all) => all.map(({ href }) => href));
}

function nameOf(pathname) {
  const steps = pathname.split('/').filter(Boolean);
  return steps.map((step) => (ONE_OF_MANY.test(step) ? 'one' : step)).join('-') || 'start';
}

// measures what pages may weigh and how long they may take (ux.md 6), prints a table, and fails above a budget
import { gzipSync } from 'node:zlib';
import { newcomerLink, signInStaff, withExampleProduct } from './support/example-product.mjs';
import { fillWeek } from './support/full-week.mjs';

const PHONE = { width: 360, height: 640 };
/** A Monday of the example office without talks. */
const FULL_WEEK = { monday: '2027-03-08', path: '/office/week?week=2027-W10' };
/** 400 kbit/s, 400 ms, a processor six times slower: an old phone on a poor network. */
const POOR_NETWORK = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };
const SLOWER = 6;
const LOOKS = 20;

const rows = await withExampleProduct(3191, async (product) => [
  ...(await newcomerBudgets(product)),
  ...(await weekBudgets(product)),
]);
for (const { what, measured, budget, unit } of rows) {
  console.log(`${measured <= budget ? 'met ' : 'OVER'}  ${what}: ${measured} ${unit} (budget ${budget})`);
}
process.exitCode = rows.every(({ measured, budget }) => measured <= budget) ? 0 : 1;

async function newcomerBudgets(product) {
  const link = await newcomerLink(product);
  const { bytes, requests } = await weightOf(product, link);
  const paints = [];
  for (let look = 0; look < 5; look += 1) paints.push(await firstPaint(product, link));
  return [
    { what: 'newcomer page, HTML and CSS gzipped', measured: bytes, budget: 14 * 1024, unit: 'bytes' },
    { what: 'newcomer page, requests', measured: requests, budget: 3, unit: 'requests' },
    {
      what: 'newcomer page, first paint, median of 5',
      measured: percentile(paints, 0.5),
      budget: 2000,
      unit: 'ms',
    },
  ];
}

async function weekBudgets(product) {
  await fillWeek(product.folder, product.databasePort, FULL_WEEK.monday);
  const context = await product.browser.newContext();
  const page = await context.newPage();
  await signInStaff(page, product);
  const { bytes } = await weightOf(product, `${product.address}${FULL_WEEK.path}`, context);
  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  const times = [];
  for (let look = 0; look < LOOKS; look += 1) {
    const started = performance.now();
    const html = await (await fetch(`${product.address}${FULL_WEEK.path}`, { headers: { cookie } })).text();
    times.push(performance.now() - started);
    const talks = new Set(html.match(/\bt=[0-9a-f-]{36}/g)).size;
    if (talks !== 200) throw new Error(`The week shows ${talks} talks.`);
  }
  await context.close();
  return [
    {
      what: 'week of 200 talks, 95th percentile',
      measured: percentile(times, 0.95),
      budget: 300,
      unit: 'ms',
    },
    { what: 'week of 200 talks, everything gzipped', measured: bytes, budget: 250 * 1024, unit: 'bytes' },
  ];
}

/** Everything a first look fetches, gzipped where the server may gzip it. */
async function weightOf({ browser }, address, given) {
  const context = given ?? (await browser.newContext({ viewport: PHONE }));
  const page = await context.newPage();
  const answers = [];
  // a stream of changes stays open: it has no body to weigh
  page.on('response', (response) => {
    if (!/^text\/event-stream/.test(response.headers()['content-type'] ?? '')) answers.push(response);
  });
  await page.goto(address, { waitUntil: 'networkidle' });
  const bodies = await Promise.all(answers.map((answer) => answer.body()));
  await page.close();
  if (!given) await context.close();
  return { bytes: bodies.reduce((sum, body) => sum + gzipSync(body).length, 0), requests: answers.length };
}

async function firstPaint({ browser }, address) {
  const context = await browser.newContext({ viewport: PHONE });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', POOR_NETWORK);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await page.goto(address, { waitUntil: 'load' });
  // the entry is written a moment after the page was loaded
  const paint = await page.waitForFunction(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
  );
  const time = await paint.jsonValue();
  await context.close();
  return time;
}

function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]);
}

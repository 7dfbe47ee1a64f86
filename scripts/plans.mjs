// what answers cost after one year and after ten: npm run plans -- <DATA_DIR of one year> <DATA_DIR of ten>
// ROUNDS (20) of each answer, the two databases by turns. Ends with 1 when p95 grows more than twofold, or when a
// statement reads a big table as a whole.
import { explain } from './plans/explain.mjs';
import { statementsOf } from './plans/recorded-statements.mjs';
import { ANSWERS } from './plans/answers.mjs';
import { openSimulated } from './plans/simulated-app.mjs';

const ROUNDS = Number(process.env.ROUNDS ?? 20);
const MOST_GROWTH = 2;
/** Below this a factor says more of the machine than of the plan. */
const LEAST_MS = 15;
const [folders, wanted] = [process.argv.slice(2, 4), process.argv[4] ?? ''];
const apps = [];
if (folders.length !== 2)
  throw new Error('Name two folders that npm run simulate filled: one year, ten years.');

async function compare(who, address) {
  const times = apps.map(() => []);
  const costs = [];
  for (const app of apps) costs.push(await costOf(app, who, address));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [index, app] of apps.entries()) times[index].push(await get(app, who, address));
  }
  const [before, after] = times.map((each) => percentile(each, 95));
  return {
    answer: `${who} ${address({ household: ':id', open: ':id', talk: ':id', secret: ':token', feed: '/calendar/:file' })}`,
    ...Object.fromEntries(times.map((each, index) => [`p50 ${index + 1}`, rounded(percentile(each, 50))])),
    ...{ 'p95 1': rounded(before), 'p95 2': rounded(after) },
    factor: after < LEAST_MS ? 1 : Math.round((after / Math.max(before, LEAST_MS / MOST_GROWTH)) * 100) / 100,
    ...Object.fromEntries(costs.map(({ rowsRead }, index) => [`rows ${index + 1}`, rowsRead])),
    ...Object.fromEntries(costs.map(({ pages }, index) => [`pages ${index + 1}`, pages])),
    whole: [...new Set(costs[1].wholeTables)].join(' '),
    dearest: costs[1].dearest,
  };
}

/** What PostgreSQL does for one answer, over all its statements. */
async function costOf(app, who, address) {
  await get(app, who, address);
  const statements = await statementsOf(() => get(app, who, address));
  const plans = [];
  for (const statement of statements)
    plans.push({ ...(await explain(app.client, statement)), text: statement.text });
  const dearest = plans.toSorted((a, b) => b.rowsRead - a.rowsRead)[0];
  return {
    rowsRead: Math.round(sum(plans.map(({ rowsRead }) => rowsRead))),
    pages: sum(plans.map(({ pages }) => pages)),
    wholeTables: plans.flatMap(({ wholeTables }) => wholeTables),
    dearest: dearest
      ? `${dearest.rowsRead}: ${dearest.text.replaceAll(/\s+/g, ' ').trim().slice(0, 70)}`
      : '',
  };
}

/** @returns ms until the whole answer is there */
async function get(app, who, address) {
  const path = address(app.ids);
  const began = performance.now();
  const answer = await fetch(app.url + path, { headers: app.headers[who], redirect: 'manual' });
  await answer.arrayBuffer();
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
  return performance.now() - began;
}

function percentile(values, percent) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil((sorted.length * percent) / 100) - 1)];
}

const rounded = (value) => Math.round(value * 10) / 10;
const sum = (values) => values.reduce((total, value) => total + value, 0);

await main();

async function main() {
  try {
    for (const folder of folders) apps.push(await openSimulated(folder));
    const rows = [];
    for (const [who, address] of ANSWERS.filter(([, each]) => String(each).includes(wanted))) {
      rows.push(await compare(who, address));
      console.error(JSON.stringify(rows.at(-1)));
    }
    console.table(rows);
    if (rows.some(({ factor, whole }) => factor > MOST_GROWTH || whole !== '')) process.exitCode = 1;
  } finally {
    for (const { close } of apps) await close();
  }
}

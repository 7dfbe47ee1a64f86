// plans for generated instances: runs of several lengths with their proven bounds, and what a common booking tool does;
// by itself for a series: node bench/matching.mjs --preset canton --seeds 1-20 --seconds 5,30 (see --help)
import path from 'node:path';
import { planSeries } from './support/plan-series.mjs';
import { replanSeries } from './support/replan-series.mjs';
import { mediansOf, rounded } from './support/series-figures.mjs';
import { HELP, optionsFrom } from './support/series-options.mjs';

/** What npm run bench plans: a few minutes in all. */
const RUNS = [
  { preset: 'small', seed: 1, lengths: [2] },
  { preset: 'small', seed: 2, lengths: [2] },
  { preset: 'canton', seed: 1, lengths: [5, 30] },
  { preset: 'canton', seed: 2, lengths: [30] },
  {
    preset: 'canton',
    seed: 4,
    lengths: [30],
    changes: { util: 0.95, interpreterWindow: 0.2, tag: 'hard' },
  },
  { preset: 'backlog', seed: 1, lengths: [120] },
  { preset: 'national', seed: 1, lengths: [60] },
];

/** @returns rows of the table; costs in CHF without newcomers for whom no talk is possible */
export default async function matching() {
  const rows = [];
  for (const run of RUNS) rows.push(...(await planSeries(run)));
  rows.push(...(await replanSeries({ preset: 'canton', seed: 1, lengths: [1], bestSeconds: 20 })));
  const broken = rows.find(({ violations }) => violations.length > 0);
  if (broken) throw new Error(`${broken.what}: ${broken.violations[0]}`);
  return rows.map(shown);
}

function shown(row) {
  return Object.fromEntries(
    Object.entries(row).filter(([name]) => name !== 'violations' && name !== 'seconds'),
  );
}

async function main() {
  const options = optionsFrom(process.argv.slice(2));
  if (options.help) return console.log(HELP);
  const rows = [];
  for (const seed of options.seeds) {
    const found = await (options.replan ? replanSeries : planSeries)({ ...options, seed });
    for (const row of found) {
      rows.push(row);
      console.log(JSON.stringify({ ...shown(rounded(row)), violations: row.violations.slice(0, 3) }));
    }
  }
  console.table(options.lengths.map((seconds) => mediansOf(rows, seconds)));
  const broken = rows.filter(({ violations }) => violations.length > 0);
  for (const { what, violations } of broken) console.error(`${what}: ${violations[0]}`);
  if (broken.length > 0) process.exitCode = 1;
}

if (process.argv[1] === path.resolve(import.meta.filename)) await main();

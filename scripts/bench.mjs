// runs every bench/*.mjs (or those named), prints one table and writes bench/results.json
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const folder = path.resolve(import.meta.dirname, '../bench');
const wanted = process.argv.slice(2);
const files = fs
  .readdirSync(folder)
  .filter((file) => file.endsWith('.mjs'))
  .filter((file) => wanted.length === 0 || wanted.includes(path.basename(file, '.mjs')))
  .sort();

const rounded = (value) => (typeof value === 'number' ? Math.round(value * 100) / 100 : value);

const rows = [];
for (const file of files) {
  const { default: run } = await import(path.join(folder, file));
  for (const row of await run()) {
    const values = Object.entries(row).map(([name, value]) => [name, rounded(value)]);
    rows.push({ bench: path.basename(file, '.mjs'), ...Object.fromEntries(values) });
  }
}
console.table(rows);
const machine = {
  cpus: os.cpus().length,
  model: os.cpus()[0]?.model,
  node: process.version,
  load: os.loadavg(),
};
const results = { at: new Date().toISOString(), machine, rows };
fs.writeFileSync(path.join(folder, 'results.json'), `${JSON.stringify(results, null, 2)}\n`);

// fills an empty database with a synthetic history: npm run simulate -- --offices 26 --years 10 (see --help)
import path from 'node:path';
import pg from 'pg';
import { openContactKeys } from '../dist/features/contacts/index.js';
import { allMigrations } from '../dist/migrations/all-migrations.js';
import { loadConfig } from '../dist/platform/config/config.js';
import { migrate } from '../dist/platform/database/migrate.js';
import { openDatabase } from '../dist/platform/database/open-database.js';
import { KeyFile } from '../dist/platform/secrets/key-file.js';
import { fill, PASSWORD } from './simulate/fill.mjs';
import { HELP, optionsFrom } from './simulate/options.mjs';
import { sealAudit } from './simulate/seal-audit.mjs';

const options = optionsFrom(process.argv.slice(2));
if (options.help) console.log(HELP);
else await simulate();

async function simulate() {
  const config = loadConfig({ DATA_DIR: path.resolve('build/simulation'), ...process.env });
  if (config.production)
    throw new Error('This is a production installation (NODE_ENV). Simulate somewhere else.');
  const database = await openDatabase(config);
  try {
    await migrate(database.directUrl, allMigrations);
    await openContactKeys(database.directUrl, new KeyFile(config.contactKeysFile));
    await demandEmpty(database.directUrl);
    await run(database.directUrl, config);
    console.log(`${database.description}, DATA_DIR ${config.dataDir}`);
  } finally {
    await database.close();
  }
}

async function run(url, config) {
  const client = new pg.Client(url);
  await client.connect();
  const began = performance.now();
  const seconds = () => Math.round((performance.now() - began) / 1000);
  const say = (text) => console.error(`${String(seconds()).padStart(5)} s  ${text}`);
  const written = await fill(client, { ...options, secretKey: config.secretKey, say });
  say('sealing the audit');
  written.set('audit_seals', await sealAudit(url, config.secretKey));
  await client.query('vacuum analyze audit_seals');
  const { rows } = await client.query('select pg_database_size(current_database()) as bytes');
  await client.end();
  console.table(Object.fromEntries([...written].filter(([, rows]) => rows > 500)));
  const total = [...written.values()].reduce((sum, rows) => sum + rows, 0);
  console.log(`${total} rows in ${seconds()} s, ${(rows[0].bytes / 1e9).toFixed(2)} GB`);
  console.log(`log in as administrator@zh-1.example with the password ${PASSWORD}`);
}

async function demandEmpty(url) {
  const client = new pg.Client(url);
  await client.connect();
  const { rows } = await client.query('select count(*)::int as offices from offices');
  await client.end();
  if (rows[0].offices === 0) return;
  throw new Error(
    `The database has ${rows[0].offices} offices. Simulate into an empty one: another DATABASE_URL or DATA_DIR.`,
  );
}

import { clockDifference, WRONG_CLOCK_MS } from '../clock/clock-difference.js';
import type { Clock } from '../clock/clock.js';
import type { Database } from '../database/database.js';
import type { Finding } from './finding.js';

/** `uuidv7()` came with it. */
const OLDEST_POSTGRES = 180_000;
const EXTENSIONS = ['btree_gist', 'pg_trgm'];
/** From this difference on it is worth a warning (reliability.md 2.2). */
const ODD_CLOCK_MS = 500;

/** The server's version, its extensions, the schema against these migrations, and its clock against ours. */
export async function lookAtDatabase(
  database: Database,
  migrations: readonly string[],
  clock: Clock,
): Promise<readonly Finding[]> {
  return [
    await versionOf(database),
    await extensionsOf(database),
    await schemaOf(database, migrations),
    await clockOf(database, clock),
  ];
}

async function versionOf(database: Database): Promise<Finding> {
  const [row] = await database.query<{ version: string; number: number }>(
    `select current_setting('server_version') as version, current_setting('server_version_num')::int as number`,
  );
  const { version = '', number = 0 } = row ?? {};
  if (number >= OLDEST_POSTGRES)
    return { part: 'database', state: 'ok', meaning: `PostgreSQL ${version} answers` };
  return {
    part: 'database',
    state: 'failed',
    meaning: `PostgreSQL ${version} is too old: migrations need 18`,
    cure: 'upgrade the server to PostgreSQL 18, or unset DATABASE_URL to use the embedded one',
  };
}

async function extensionsOf(database: Database): Promise<Finding> {
  const rows = await database.query<{ name: string }>(
    'select name from unnest($1::text[]) as name where name not in (select extname from pg_extension)',
    [EXTENSIONS],
  );
  const missing = rows.map(({ name }) => name);
  if (missing.length === 0)
    return { part: 'extensions', state: 'ok', meaning: `${EXTENSIONS.join(' and ')} are installed` };
  return {
    part: 'extensions',
    state: 'failed',
    meaning: `${missing.join(' and ')} missing: double booking cannot be ruled out and names are not found`,
    cure: `run welcome-talks migrate, or as a superuser of this database: ${missing.map((name) => `create extension ${name};`).join(' ')}`,
  };
}

async function schemaOf(database: Database, migrations: readonly string[]): Promise<Finding> {
  const [table] = await database.query<{ exists: boolean }>(
    `select to_regclass('migrations') is not null as exists`,
  );
  const rows = table?.exists
    ? await database.query<{ name: string }>('select name from migrations order by id')
    : [];
  const applied = new Set(rows.map(({ name }) => name));
  const missing = migrations.filter((name) => !applied.has(name));
  const unknown = [...applied].filter((name) => !migrations.includes(name));
  if (missing.length > 0) {
    return {
      part: 'migrations',
      state: 'failed',
      meaning: `${missing.length} of ${migrations.length} migrations are missing, the first is ${missing[0] ?? ''}`,
      cure: 'run: welcome-talks migrate',
    };
  }
  if (unknown.length > 0) {
    return {
      part: 'migrations',
      state: 'warning',
      meaning: `the database is newer than this version: it has ${unknown.join(', ')}`,
      cure: 'run the version that the other processes run',
    };
  }
  return { part: 'migrations', state: 'ok', meaning: `all ${migrations.length} migrations are applied` };
}

async function clockOf(database: Database, clock: Clock): Promise<Finding> {
  const { milliseconds } = await clockDifference(database, clock);
  const difference = Math.round(milliseconds);
  const moved = clock.offsetMs() === 0 ? '' : '; NOW moves the clock of the product on purpose';
  const meaning = `this machine and the database are ${difference} ms apart${moved}`;
  if (difference <= ODD_CLOCK_MS) return { part: 'clock', state: 'ok', meaning };
  return {
    part: 'clock',
    state: difference > WRONG_CLOCK_MS ? 'failed' : 'warning',
    meaning: `${meaning}: leases and reminders may be early or late`,
    cure: 'let both machines take their time from the same server (chrony or systemd-timesyncd)',
  };
}

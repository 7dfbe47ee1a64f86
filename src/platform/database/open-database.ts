import path from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres.js';

const EMBEDDED_PORT = 5433;
const DATABASE_NAME = 'welcome_talks';

/** A database to work with: the configured one, or the embedded default. */
export interface OpenDatabase {
  readonly url: string;
  /** Without a pooler: migrations and queues need a session of their own. The same as `url` when there is none. */
  readonly directUrl: string;
  readonly isPooled: boolean;
  readonly description: string;
  readonly close: () => Promise<unknown>;
}

/** Where to look for the database: see the settings of the same names. */
interface DatabaseAddresses {
  readonly databaseUrl: string | undefined;
  readonly databaseDirectUrl: string | undefined;
  readonly dataDir: string;
}

/** Opens the database; fails with the cause and the cure when a configured one does not answer. */
export async function openDatabase(addresses: DatabaseAddresses): Promise<OpenDatabase> {
  const { databaseUrl, databaseDirectUrl, dataDir } = addresses;
  return databaseUrl === undefined ? openEmbedded(dataDir) : openConfigured(databaseUrl, databaseDirectUrl);
}

async function openConfigured(url: string, directUrl: string | undefined): Promise<OpenDatabase> {
  await greet(url, 'DATABASE_URL');
  if (directUrl !== undefined) await greet(directUrl, 'DATABASE_DIRECT_URL');
  return {
    url,
    directUrl: directUrl ?? url,
    isPooled: directUrl !== undefined,
    description: `database: DATABASE_URL${directUrl === undefined ? '' : ' through a pooler'}`,
    close: () => Promise.resolve(),
  };
}

async function openEmbedded(dataDir: string): Promise<OpenDatabase> {
  const server = await startEmbeddedPostgres({
    dataDir: path.join(dataDir, 'postgres'),
    port: EMBEDDED_PORT,
  });
  await createDatabase(server.url('postgres'));
  const url = server.url(DATABASE_NAME);
  return {
    url,
    directUrl: url,
    isPooled: false,
    description: `database: embedded PostgreSQL on port ${server.port}${server.reused ? ' (was still running)' : ''}`,
    close: () => stopUnlessUsed(server),
  };
}

/** The embedded server ends with the last process that uses it: a command may run beside the application. */
async function stopUnlessUsed(server: EmbeddedPostgres): Promise<void> {
  const client = new pg.Client(server.url('postgres'));
  await client.connect();
  const { rowCount } = await client.query('select 1 from pg_stat_activity where datname = $1 limit 1', [
    DATABASE_NAME,
  ]);
  await client.end();
  if (rowCount === 0) await server.stop();
}

async function greet(url: string, variable: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  try {
    await client.connect();
    await client.query('select 1');
  } catch (cause) {
    const { host, port, database } = client;
    throw new Error(
      `The database ${database ?? ''} at ${host}:${port} does not answer (${String(cause)}). ` +
        `Start it or correct ${variable}; unset DATABASE_URL to use the embedded PostgreSQL.`,
      { cause },
    );
  } finally {
    await client.end();
  }
}

async function createDatabase(adminUrl: string): Promise<void> {
  const client = new pg.Client(adminUrl);
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [DATABASE_NAME]);
    if (rowCount === 0) await client.query(`create database ${DATABASE_NAME}`);
  } finally {
    await client.end();
  }
}

import path from 'node:path';
import pg from 'pg';

/** A test server may lose its data: no waiting for the disk. */
const fastAndLossy = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'max_connections=200',
  'autovacuum=off',
];

async function admin(server, work) {
  const client = new pg.Client(server.url('postgres'));
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Builds what the specs run, and starts one throw-away PostgreSQL with a migrated template that every spec file clones. */
export default async function globalSetup() {
  await import('../../scripts/build.mjs');
  const [{ allMigrations }, { startEmbeddedPostgres }, { migrate }, { openContactKeys }, { KeyFile }] =
    await Promise.all([
      import('../../dist/migrations/all-migrations.js'),
      import('../../dist/platform/database/embedded-postgres.js'),
      import('../../dist/platform/database/migrate.js'),
      import('../../dist/features/contacts/index.js'),
      import('../../dist/platform/secrets/key-file.js'),
    ]);
  const server = await startEmbeddedPostgres({
    dataDir: path.resolve('.data/test-postgres'),
    port: 0,
    settings: fastAndLossy,
  });
  await admin(server, async (client) => {
    const { rows } = await client.query(`select datname from pg_database where datname ~ '^test_'`);
    for (const { datname } of rows) await client.query(`drop database "${datname}" with (force)`);
    await client.query('drop database if exists template_migrated with (force)');
    await client.query('create database template_migrated');
  });
  await migrate(server.url('template_migrated'), allMigrations);
  process.env.CONTACT_KEYS_FILE = path.resolve('.data/test-contact-keys.json');
  await openContactKeys(server.url('template_migrated'), new KeyFile(process.env.CONTACT_KEYS_FILE));
  process.env.TEST_DATABASE_SERVER = server.url('');
  globalThis.stopTestServer = () => server.stop();
}

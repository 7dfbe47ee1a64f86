import { setTimeout as sleep } from 'node:timers/promises';
import { runMigrations as migrateQueues } from 'bullmq';
import pg from 'pg';
import { DataSource, type MixedList } from 'typeorm';
import { keepOfficesApart } from './keep-offices-apart.js';

/** Two-part key of the advisory lock that lets one process migrate at a time. */
const MIGRATION_LOCK = [5347, 1];
const LOOK_AGAIN_MS = 250;

/**
 * Brings a database to the present schema, the queues' own schema and the walls between offices included. Safe to start from several processes
 * at once: one migrates, the others wait and find nothing left to do.
 */
// eslint-disable-next-line @typescript-eslint/no-unsafe-function-type -- TypeORM's own type for migration classes
export async function migrate(databaseUrl: string, migrations: MixedList<Function>): Promise<number> {
  const lock = new pg.Client({ connectionString: databaseUrl });
  await lock.connect();
  try {
    await untilMine(lock);
    const applied = await applyMigrations(databaseUrl, migrations);
    await migrateQueues(lock);
    await keepOfficesApart(lock);
    return applied;
  } finally {
    await lock.end();
  }
}

/** Asks again and again: a statement that waits would hold up indexes that are made concurrently. */
async function untilMine(client: pg.Client): Promise<void> {
  for (;;) {
    const { rows } = await client.query<{ taken: boolean }>(
      'select pg_try_advisory_lock($1, $2) as taken',
      MIGRATION_LOCK,
    );
    if (rows[0]?.taken === true) return;
    await sleep(LOOK_AGAIN_MS);
  }
}

// eslint-disable-next-line @typescript-eslint/no-unsafe-function-type -- as above
async function applyMigrations(url: string, migrations: MixedList<Function>): Promise<number> {
  const source = new DataSource({
    type: 'postgres',
    url,
    migrations,
    synchronize: false,
    migrationsTransactionMode: 'each',
    // what a migration fills in belongs to every office
    extra: { options: '-c app.office=all' },
  });
  await source.initialize();
  try {
    return (await source.runMigrations()).length;
  } finally {
    await source.destroy();
  }
}

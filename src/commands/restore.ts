import fs from 'node:fs';
import { Command } from 'commander';
import pg from 'pg';
import { demandKeys, openContactKeys, withKeyLock } from '../features/contacts/index.js';
import { HOLD_SQL } from '../features/notices/index.js';
import { allMigrations } from '../migrations/all-migrations.js';
import { backupKey } from '../platform/backup/backup-key.js';
import { loadDatabase } from '../platform/backup/load-database.js';
import { type Heading, opened } from '../platform/backup/sealed-file.js';
import { loadConfig } from '../platform/config/config.js';
import { migrate } from '../platform/database/migrate.js';
import { openDatabase } from '../platform/database/open-database.js';
import { KeyFile } from '../platform/secrets/key-file.js';

/** `welcome-talks restore <file>`: a backup into an empty database; nothing is sent until somebody says so. */
export function restoreCommand(): Command {
  return new Command('restore')
    .description('read a backup into an empty database; nothing is sent before "sending release"')
    .argument('<file>', 'made by "backup"')
    .action(async (file: string) => {
      const config = loadConfig();
      const key = backupKey(config.backupKeyFile, { make: false });
      const { heading, lines } = await opened(key, fs.createReadStream(file));
      const database = await openDatabase(config);
      try {
        const url = database.directUrl;
        await demandEmpty(url);
        await migrate(url, schemaOf(heading));
        const store = new KeyFile(config.contactKeysFile);
        const rows = await load(url, { heading, lines, store });
        await migrate(url, allMigrations);
        await openContactKeys(url, store);
        process.stdout.write(`${rows} rows as of ${heading.madeAt}\n`);
        process.stdout.write('Nothing is sent. Look at it, then run "sending release".\n');
      } finally {
        await database.close();
      }
    });
}

interface Loading {
  readonly heading: Heading;
  readonly lines: AsyncGenerator<string>;
  readonly store: KeyFile;
}

/** Whole or not at all, the keys of contact data included. */
function load(databaseUrl: string, { heading, lines, store }: Loading): Promise<number> {
  return withKeyLock(databaseUrl, async (client) => {
    await client.query('begin');
    const rows = await loadDatabase(client, lines);
    await demandKeys(client, store);
    await client.query(HOLD_SQL, [`restored from a backup of ${heading.madeAt}`]);
    await client.query('commit');
    return rows;
  });
}

/** The schema that the backup was made with; what came later is applied to its rows afterwards. */
function schemaOf({ migrations, madeAt }: Heading): typeof allMigrations {
  const known = allMigrations.filter(({ name }) => migrations.includes(name));
  if (known.length === migrations.length) return known;
  throw new Error(
    `The backup of ${madeAt} was made by a newer version: it has ${migrations.length - known.length} migrations ` +
      'that this one does not know. Restore it with that version.',
  );
}

async function demandEmpty(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl, options: '-c app.office=all' });
  await client.connect();
  try {
    const { rows } = await client.query<{ table: string | null }>(
      `select to_regclass('public.offices') as table`,
    );
    if (!rows[0]?.table) return;
    const offices = await client.query('select from offices limit 1');
    if (offices.rowCount === 0) return;
  } finally {
    await client.end();
  }
  throw new Error(
    'The database has offices already. Restore into an empty one: another DATABASE_URL or DATA_DIR.',
  );
}

import { Command } from 'commander';
import { openContactKeys } from '../features/contacts/index.js';
import { allMigrations } from '../migrations/all-migrations.js';
import { loadConfig } from '../platform/config/config.js';
import { openDatabase } from '../platform/database/open-database.js';
import { migrate } from '../platform/database/migrate.js';
import { KeyFile } from '../platform/secrets/key-file.js';

/** `welcome-talks migrate`: brings the database to the present schema. */
export function migrateCommand(): Command {
  return new Command('migrate').description('bring the database to the present schema').action(async () => {
    const config = loadConfig();
    const database = await openDatabase(config);
    try {
      const applied = await migrate(database.directUrl, allMigrations);
      await openContactKeys(database.directUrl, new KeyFile(config.contactKeysFile));
      process.stdout.write(`${applied} migrations applied\n`);
    } finally {
      await database.close();
    }
  });
}

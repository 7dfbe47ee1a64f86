import fs from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Command } from 'commander';
import pg from 'pg';
import { backupKey } from '../platform/backup/backup-key.js';
import { dumpDatabase, migrationsOf } from '../platform/backup/dump-database.js';
import { sealed } from '../platform/backup/sealed-file.js';
import { loadConfig } from '../platform/config/config.js';
import { openDatabase } from '../platform/database/open-database.js';

/** `welcome-talks backup <file>`: all data as they are at one moment, encrypted, beside running work. */
export function backupCommand(): Command {
  return new Command('backup')
    .description('write everything that the database holds into one encrypted file')
    .argument('<file>', 'a file that does not exist yet')
    .action(async (file: string) => {
      const config = loadConfig();
      if (fs.existsSync(file)) throw new Error(`${file} exists already. Name another file, or remove it.`);
      const key = backupKey(config.backupKeyFile, { make: true });
      const database = await openDatabase(config);
      try {
        await backup(database.directUrl, key, file);
      } finally {
        await database.close();
      }
      process.stdout.write(`${file}: ${fs.statSync(file).size} bytes, sealed by ${config.backupKeyFile}\n`);
      process.stdout.write(
        `Keep that key, ${config.contactKeysFile} and SECRET_KEY apart from it: without them it cannot be read.\n`,
      );
    });
}

/** The file has its name only when it is whole. */
async function backup(databaseUrl: string, key: Buffer, file: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl, options: '-c app.office=all' });
  await client.connect();
  const draft = `${file}.part`;
  try {
    await client.query('begin isolation level repeatable read read only');
    const heading = {
      madeAt: new Date(await nowOf(client)).toISOString(),
      migrations: await migrationsOf(client),
    };
    const parts = sealed(key, heading, dumpDatabase(client));
    await pipeline(Readable.from(parts), fs.createWriteStream(draft, { mode: 0o600, flush: true }));
    fs.renameSync(draft, file);
  } finally {
    fs.rmSync(draft, { force: true });
    await client.end();
  }
}

async function nowOf(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ now: string }>('select now()::text as now');
  return rows[0]?.now ?? '';
}

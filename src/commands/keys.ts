import { Command } from 'commander';
import { forgetContactKey, rotateContactKeys } from '../features/contacts/index.js';
import { loadConfig } from '../platform/config/config.js';
import { openDatabase } from '../platform/database/open-database.js';
import { KeyFile } from '../platform/secrets/key-file.js';

/** `welcome-talks keys list|rotate|forget`: the keys of addresses and phone numbers. */
export function keysCommand(): Command {
  return new Command('keys')
    .description('the keys by which addresses and phone numbers are encrypted')
    .addCommand(listCommand())
    .addCommand(rotateCommand())
    .addCommand(forgetCommand());
}

function listCommand(): Command {
  return new Command('list').description('each key and whether anything is sealed by it').action(() => {
    const { contactKeysFile } = loadConfig();
    const keys = new KeyFile(contactKeysFile).load()?.keys ?? [];
    for (const { id, retired } of keys)
      process.stdout.write(`${id} ${retired ? 'retired: for older backups only' : 'in use'}\n`);
    process.stdout.write(`${contactKeysFile}: ${keys.length} keys\n`);
  });
}

function rotateCommand(): Command {
  return new Command('rotate')
    .description('make a new key and encrypt everything with it, beside running work')
    .action(() =>
      withKeys(async (databaseUrl, store) => {
        const { key, rows } = await rotateContactKeys(databaseUrl, store);
        process.stdout.write(
          `${rows} rows are sealed by the new key ${key}. Copy ${store.place} to where you keep it.\n`,
        );
      }),
    );
}

function forgetCommand(): Command {
  return new Command('forget')
    .description('forget a retired key: backups of before its rotation can never be read again')
    .argument('<key>', 'such as k1')
    .action((id: string) =>
      withKeys(async (databaseUrl, store) => {
        await forgetContactKey(databaseUrl, store, id);
        process.stdout.write(`${id} is forgotten\n`);
      }),
    );
}

async function withKeys(work: (databaseUrl: string, store: KeyFile) => Promise<void>): Promise<void> {
  const config = loadConfig();
  const database = await openDatabase(config);
  try {
    await work(database.directUrl, new KeyFile(config.contactKeysFile));
  } finally {
    await database.close();
  }
}

import pg from 'pg';
import { useKeys } from '../../src/platform/secrets/field-seals.js';
import { KeyFile } from '../../src/platform/secrets/key-file.js';

let counter = 0;

/** A database of one spec file: a copy of the migrated template. */
export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** Clones the migrated template database (about 40 ms), and uses the keys that it was made with. */
export async function freshDatabase(): Promise<TestDatabase> {
  const server = process.env['TEST_DATABASE_SERVER'];
  if (server === undefined) throw new Error('No test server: run through the jest project "database".');
  useKeys(new KeyFile(process.env['CONTACT_KEYS_FILE'] ?? ''));
  counter += 1;
  const name = `test_${process.env['JEST_WORKER_ID'] ?? '0'}_${process.pid}_${counter}`;
  await clone(server, name);
  return {
    url: server + name,
    drop: () => onServer(server, (client) => client.query(`drop database if exists "${name}" with (force)`)),
  };
}

async function clone(server: string, name: string): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      await onServer(server, (client) =>
        client.query(`create database "${name}" template template_migrated strategy file_copy`),
      );
      return;
    } catch (error) {
      // 55006: another worker copies the template at this moment
      if ((error as { code?: string }).code !== '55006' || tries > 50) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

async function onServer(server: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client(`${server}postgres`);
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

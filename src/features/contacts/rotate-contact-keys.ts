import { setTimeout as sleep } from 'node:timers/promises';
import type { ClientBase } from 'pg';
import { KEYS_SEEN_AFTER_MS, newestKey, useKeys } from '../../platform/secrets/field-seals.js';
import type { KeyStore } from '../../platform/secrets/key-set.js';
import { contactColumns, type ContactTable } from './contact-columns.js';
import { demandKeys, newKey, rememberKeys, withKeyLock } from './open-contact-keys.js';
import { resealContacts, sealedByAnother } from './reseal-contacts.js';

/** What a rotation did. */
export interface Rotation {
  readonly key: string;
  readonly rows: number;
}

/**
 * Makes a new key and seals everything with it, beside running work; broken off, the next one goes on. Older keys are
 * retired: they are kept because backups may need them.
 */
export function rotateContactKeys(databaseUrl: string, store: KeyStore): Promise<Rotation> {
  return withKeyLock(databaseUrl, async (client) => {
    const before = await demandKeys(client, store);
    const key = newKey(before.keys);
    store.save({ ...before, keys: [...before.keys, key] });
    useKeys(store);
    await rememberKeys(client, { ...before, keys: [key] });
    // until then a running process may seal with the former key
    await sleep(2 * KEYS_SEEN_AFTER_MS);
    const rows = await resealContacts(client, newestKey());
    await demandNothingLeft(client, key.id);
    const keys = [...before.keys.map((each) => ({ ...each, retired: true })), key];
    store.save({ ...before, keys });
    return { key: key.id, rows };
  });
}

/**
 * Forgets a retired key: backups of before its rotation can never be read again. Throws when the key is in use.
 */
export function forgetContactKey(databaseUrl: string, store: KeyStore, id: string): Promise<void> {
  return withKeyLock(databaseUrl, async (client) => {
    const { keys, ...rest } = await demandKeys(client, store);
    const key = keys.find((each) => each.id === id);
    if (!key) throw new Error(`${store.place} has no key ${id}. "keys list" shows those that it has.`);
    if (!key.retired) throw new Error(`The key ${id} is in use. Run "keys rotate" first.`);
    await client.query('delete from contact_keys where id = $1', [id]);
    store.save({ ...rest, keys: keys.filter((each) => each !== key) });
  });
}

async function demandNothingLeft(client: ClientBase, keyId: string): Promise<void> {
  for (const table of Object.keys(contactColumns) as ContactTable[]) {
    const { rowCount } = await client.query(`select from ${table} where ${sealedByAnother(table)} limit 1`, [
      keyId,
    ]);
    if (rowCount !== 0) {
      throw new Error(
        `A process still seals ${table} with a former key: it has another file of keys. ` +
          'Give every process the same file and rotate again.',
      );
    }
  }
}

import { randomBytes } from 'node:crypto';
import pg, { type ClientBase } from 'pg';
import { fieldIndex, openField, sealBy, useKeys } from '../../platform/secrets/field-seals.js';
import type { FieldKey, KeySet, KeyStore } from '../../platform/secrets/key-set.js';
import { sealPlainContacts } from './seal-plain-contacts.js';

/** Lets one process at a time open, seal or change keys. */
const KEY_LOCK = [5347, 2];

/** Not an id of a key: by it the database remembers the key of the indexes. */
const INDEX_ROW = 'index';

interface KeyRow {
  readonly id: string;
  readonly proof: string;
}

/**
 * Opens the keys of contact data before anything reads or writes it, and seals what an older version wrote. Keys are made
 * for a database that knows none. Throws when the store holds others than the database was written with.
 */
export function openContactKeys(databaseUrl: string, store: KeyStore): Promise<void> {
  return withKeyLock(databaseUrl, async (client) => {
    if (!store.load() && (await knownKeys(client)).length === 0)
      store.save({ keys: [newKey([])], indexKey: randomBytes(32) });
    await rememberKeys(client, await demandKeys(client, store));
    await sealPlainContacts(client);
  });
}

/** Uses the keys of the store; throws when the database was written with others. */
export async function demandKeys(client: ClientBase, store: KeyStore): Promise<KeySet> {
  const known = await knownKeys(client);
  const keys = store.load();
  if (!keys) throw foreign(store, 'there is none');
  useKeys(store);
  for (const row of known) demandKey(store, row);
  return keys;
}

/** A connection that sees every office and holds the lock of the keys. */
export async function withKeyLock<T>(
  databaseUrl: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: databaseUrl, options: '-c app.office=all' });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1, $2)', KEY_LOCK);
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The next key: k1, k2, … */
export function newKey(keys: KeySet['keys']): FieldKey {
  const last = Math.max(0, ...keys.map(({ id }) => Number(id.slice(1))));
  return { id: `k${last + 1}`, key: randomBytes(32), retired: false };
}

/** Writes down keys that the database does not know, so that no process starts with others. */
export async function rememberKeys(client: ClientBase, { keys }: KeySet): Promise<void> {
  const proofs = [
    ...keys.map((key) => ({ id: key.id, proof: sealBy(key, proofPlace(key.id), key.id) })),
    { id: INDEX_ROW, proof: indexProof() },
  ];
  for (const { id, proof } of proofs)
    await client.query('insert into contact_keys (id, proof) values ($1, $2) on conflict do nothing', [
      id,
      proof,
    ]);
}

async function knownKeys(client: ClientBase): Promise<KeyRow[]> {
  return (await client.query<KeyRow>('select id, proof from contact_keys order by made_at, id')).rows;
}

function demandKey(store: KeyStore, { id, proof }: KeyRow): void {
  if (id === INDEX_ROW) {
    if (proof !== indexProof()) throw foreign(store, 'its index key is another one');
    return;
  }
  try {
    openField(proofPlace(id), proof);
  } catch {
    throw foreign(store, `its key ${id} is missing or another one`);
  }
}

const proofPlace = (id: string): string => `contact_keys.proof:${id}`;

const indexProof = (): string => fieldIndex('proof', INDEX_ROW).toString('hex');

function foreign(store: KeyStore, cause: string): Error {
  return new Error(
    `The keys in ${store.place} are not those of this database: ${cause}. ` +
      'Put back the file that belongs to it, or set CONTACT_KEYS_FILE to where it is.',
  );
}

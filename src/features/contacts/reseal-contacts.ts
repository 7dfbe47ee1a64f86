import type { ClientBase } from 'pg';
import { sealedBy } from '../../platform/secrets/field-seals.js';
import type { FieldKey } from '../../platform/secrets/key-set.js';
import { contactColumns, type ContactTable, type ContactValues } from './contact-columns.js';
import { openContact, sealedContact } from './contacts.js';

/** Rows in one transaction: few enough for nobody to wait. */
const BATCH = 200;

type Contact = { readonly id: number } & ContactValues<ContactTable>;

/** Told of rows before they are written anew, in the same transaction, with their contact data readable. */
export type BeforeSealing = (table: ContactTable, rows: readonly Contact[]) => Promise<void>;

/**
 * Seals what `key` has not sealed yet, batch by batch, beside running work; what was done stays done when it is broken
 * off. Returns the number of rows.
 */
export async function resealContacts(
  client: ClientBase,
  key: FieldKey,
  before: BeforeSealing = () => Promise.resolve(),
): Promise<number> {
  let rows = 0;
  for (const table of Object.keys(contactColumns) as ContactTable[]) {
    for (let after = 0; ;) {
      const ids = await inTransaction(client, () => resealBatch(client, { table, key, after, before }));
      rows += ids.length;
      after = ids.at(-1) ?? after;
      if (ids.length < BATCH) break;
    }
  }
  return rows;
}

/** Whether a sealed column holds something that a key with the id `$1` did not seal. */
export const sealedByAnother = (table: ContactTable): string =>
  contactColumns[table]
    .map((column) => `${column} <> '' and not starts_with(${column}, 'v1.' || $1 || '.')`)
    .join(' or ');

interface Batch {
  readonly table: ContactTable;
  readonly key: FieldKey;
  readonly after: number;
  readonly before: BeforeSealing;
}

async function resealBatch(client: ClientBase, { table, key, after, before }: Batch): Promise<number[]> {
  const columns = contactColumns[table];
  const { rows } = await client.query<Contact>(
    `select id, ${columns.join(', ')} from ${table} where id > $2 and (${sealedByAnother(table)})
      order by id limit ${BATCH} for no key update`,
    [key.id, after],
  );
  if (rows.length === 0) return [];
  const readable = rows.map((row) => readableRow(table, row));
  await before(table, readable);
  const sealed = readable.map(({ id, ...values }) => ({ id, ...sealedContact(table, id, values, key) }));
  const written = Object.keys(sealed[0] ?? {}).filter((column) => column !== 'id');
  const types = written.map((column) => `${column} ${column.endsWith('_index') ? 'bytea' : 'text'}`);
  await client.query(
    `update ${table} t set ${written.map((column) => `${column} = x.${column}`).join(', ')}
       from jsonb_to_recordset($1::jsonb) as x (id int, ${types.join(', ')}) where t.id = x.id`,
    [JSON.stringify(sealed)],
  );
  return rows.map(({ id }) => id);
}

/** Fields of before this release are not sealed. */
function readableRow(table: ContactTable, { id, ...values }: Contact): Contact {
  const readable = Object.entries<string | null | undefined>(values).map(([column, value]) => {
    const isSealed = value && sealedBy(value) !== undefined;
    return [column, isSealed ? openContact(table, column as never, { id, sealed: value }) : value];
  });
  return { id, ...(Object.fromEntries(readable) as ContactValues<ContactTable>) };
}

async function inTransaction<T>(client: ClientBase, work: () => Promise<T>): Promise<T> {
  await client.query('begin');
  try {
    const result = await work();
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

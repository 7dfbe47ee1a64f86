import { createHash } from 'node:crypto';
import type { ClientBase } from 'pg';
import { newestKey } from '../../platform/secrets/field-seals.js';
import { emailIndex } from './contact-index.js';
import { type BeforeSealing, resealContacts } from './reseal-contacts.js';

/** Constraints under which rows of an older version may still stand. */
const OPEN_CONSTRAINTS = `
select conrelid::regclass::text as "table", conname as name from pg_constraint
 where conname like '%\\_sealed\\_ck' and contype = 'c' and not convalidated`;

const REMEMBER_REFUSED = `
update notices n set address_hash = x.hash
  from jsonb_to_recordset($2::jsonb) as x (id int, former bytea, hash bytea)
 where n.recipient_kind = $1 and n.unkeyed_address_hash = x.former
   and n.recipient_id = case when $1 = 'household' then (select household_id from persons p where p.id = x.id) else x.id end`;

/** Seals contact data that an older version wrote as it was, once; broken off, it goes on where it was. */
export async function sealPlainContacts(client: ClientBase): Promise<void> {
  const { rows: constraints } = await client.query<{ table: string; name: string }>(OPEN_CONSTRAINTS);
  if (constraints.length === 0) return;
  await resealContacts(client, newestKey(), rememberRefusedAddresses(client));
  for (const { table, name } of constraints)
    await client.query(`alter table ${table} validate constraint ${name}`);
  await client.query('alter table notices drop column if exists unkeyed_address_hash');
}

/** What was sent to an address, and refused by it, is told from now on by a hash that nobody else can compute. */
function rememberRefusedAddresses(client: ClientBase): BeforeSealing {
  return async (table, rows) => {
    const addresses = rows.flatMap(({ id, email }) =>
      email ? [{ id, address: email.trim().toLowerCase() }] : [],
    );
    const hashes = addresses.map(({ id, address }) => ({
      id,
      former: `\\x${createHash('sha256').update(address).digest('hex')}`,
      hash: `\\x${emailIndex(address).toString('hex')}`,
    }));
    await client.query(REMEMBER_REFUSED, [
      table === 'persons' ? 'household' : 'interpreter',
      JSON.stringify(hashes),
    ]);
  };
}

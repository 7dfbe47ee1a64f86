import type { ClientBase } from 'pg';
import { LEFT_OUT, TABLES } from './dump-database.js';
import { DamagedFile } from './sealed-file.js';

const KEYS = `
select conrelid::regclass::text as "table", conname as name from pg_constraint
 where contype = 'f' and connamespace = 'public'::regnamespace`;

const COLUMNS = `
select string_agg(quote_ident(attname), ', ' order by attnum) as list from pg_attribute
 where attrelid = to_regclass('public.' || quote_ident($1)) and attnum > 0 and not attisdropped and attgenerated = ''`;

/**
 * Puts the lines of a dump into a database with the same schema, in place of what migrations put there. The caller's
 * transaction makes it whole or nothing. Returns the number of rows.
 */
export async function loadDatabase(client: ClientBase, lines: AsyncGenerator<string>): Promise<number> {
  const { rows: tables } = await client.query<{ name: string }>(TABLES, [LEFT_OUT]);
  const names = tables.map(({ name }) => client.escapeIdentifier(name));
  const { rows: keys } = await client.query<{ table: string; name: string }>(KEYS);
  for (const name of names) await client.query(`alter table ${name} disable trigger user`);
  await client.query(`truncate ${names.join(', ')} cascade`);
  // rows point to rows that come later
  await alterKeys(client, keys, 'deferrable initially deferred');
  const total = await readLines(client, lines);
  await client.query('set constraints all immediate');
  await alterKeys(client, keys, 'not deferrable');
  for (const name of names) await client.query(`alter table ${name} enable trigger user`);
  return total;
}

async function alterKeys(
  client: ClientBase,
  keys: readonly { readonly table: string; readonly name: string }[],
  how: string,
): Promise<void> {
  for (const { table, name } of keys)
    await client.query(`alter table ${table} alter constraint ${client.escapeIdentifier(name)} ${how}`);
}

async function readLines(client: ClientBase, lines: AsyncGenerator<string>): Promise<number> {
  let total = 0;
  for await (const line of lines) {
    const [word, name = '', value = '', called = ''] = line.split(' ');
    if (word === 'rows') {
      const rows = (await lines.next()).value as string;
      total += await insertRows(client, name, rows);
    } else if (word === 'sequence') {
      const sequence = `public.${client.escapeIdentifier(name)}`;
      await client.query('select setval($1::regclass, $2::bigint, $3::boolean)', [sequence, value, called]);
    } else if (word === 'end' && Number(name) === total) return total;
    else break;
  }
  throw new DamagedFile('The backup does not hold what it says. Nothing was restored. Take another backup.');
}

async function insertRows(client: ClientBase, table: string, rows: string): Promise<number> {
  const { rows: found } = await client.query<{ list: string | null }>(COLUMNS, [table]);
  const list = found[0]?.list;
  if (!list) throw new DamagedFile(`The backup has rows of ${table}, which this database has not.`);
  const name = client.escapeIdentifier(table);
  const result = await client.query(
    `insert into ${name} (${list}) overriding system value
     select ${list} from jsonb_populate_recordset(null::${name}, $1::jsonb)`,
    [rows],
  );
  return result.rowCount ?? 0;
}

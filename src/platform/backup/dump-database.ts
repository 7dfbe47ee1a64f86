import type { ClientBase } from 'pg';

/** Rows of one line of the dump. */
const ROWS = 500;

/** People sign in again after a restore; what belongs to the running of processes is made anew. */
export const LEFT_OUT = ['migrations', 'staff_sessions', 'interpreter_sessions', 'rate_limits', 'changes'];

/** Tables with rows of their own. */
export const TABLES = `
select c.relname as name from pg_class c
 where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> all ($1) order by 1`;

const SEQUENCES = `
select sequencename as name, coalesce(last_value, start_value) as value, last_value is not null as called
  from pg_sequences where schemaname = 'public' order by 1`;

/** Names of the migrations that a database has had. */
export async function migrationsOf(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    'select name from migrations order by timestamp, name',
  );
  return rows.map(({ name }) => name);
}

/**
 * All rows as they are at one moment, as lines: `rows <table> <count>` and a JSON array, `sequence <name> <value>
 * <called>`, and `end <rows>`. The connection must see every row.
 */
export async function* dumpDatabase(client: ClientBase): AsyncGenerator<string> {
  let total = 0;
  const { rows: tables } = await client.query<{ name: string }>(TABLES, [LEFT_OUT]);
  for (const { name } of tables) {
    for await (const lines of rowsOf(client, name)) {
      total += lines.length;
      yield `rows ${name} ${lines.length}\n[${lines.join(',')}]\n`;
    }
  }
  const { rows: sequences } = await client.query<{ name: string; value: string; called: boolean }>(SEQUENCES);
  for (const { name, value, called } of sequences) yield `sequence ${name} ${value} ${called}\n`;
  yield `end ${total}\n`;
}

async function* rowsOf(client: ClientBase, table: string): AsyncGenerator<string[]> {
  const cursor = client.escapeIdentifier(`dump ${table}`);
  await client.query(
    `declare ${cursor} no scroll cursor for select to_jsonb(t)::text as line from ${client.escapeIdentifier(table)} t`,
  );
  for (;;) {
    const { rows } = await client.query<{ line: string }>(`fetch ${ROWS} from ${cursor}`);
    if (rows.length === 0) break;
    yield rows.map(({ line }) => line);
  }
  await client.query(`close ${cursor}`);
}

import type { Database } from '../../../src/platform/database/database.js';

/** Tables that any visit may write to. */
const KEPT_OUT = [
  'audit_entries',
  'idempotent_answers',
  'interpreter_sessions',
  'migrations',
  'rate_limits',
  'staff_recovery_codes',
  'staff_second_factors',
  'staff_sessions',
  'api_tokens',
];

/** A fingerprint of each table: the rows of one office where rows belong to offices, else all of them. */
export async function digestOf(database: Database, officeId: number): Promise<Record<string, string>> {
  const tables = await database.query<{ name: string; hasOffice: boolean }>(
    `select t.table_name as name, exists (select from information_schema.columns c
        where c.table_schema = 'public' and c.table_name = t.table_name and c.column_name = 'office_id') as "hasOffice"
       from information_schema.tables t
      where t.table_schema = 'public' and t.table_type = 'BASE TABLE' and t.table_name <> all ($1)`,
    [KEPT_OUT],
  );
  const digests: Record<string, string> = {};
  for (const { name, hasOffice } of tables) {
    const [row] = await database.query<{ digest: string }>(
      `select coalesce(md5(string_agg(x::text, '|' order by x::text)), '') as digest
         from "${name}" x ${hasOffice ? `where x.office_id = ${officeId}` : ''}`,
    );
    digests[name] = row?.digest ?? '';
  }
  return digests;
}

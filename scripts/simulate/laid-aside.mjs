/**
 * Takes away what makes writing many rows slow: foreign keys, the exclusion constraint, indexes that are no
 * constraint, and the trigger that writes calendar entries. What is put back is checked by PostgreSQL over all rows.
 */
export async function layAside(client, tables) {
  const constraints = await rowsOf(
    client,
    `select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as definition
       from pg_constraint where contype in ('f', 'x') and conrelid::regclass::text = any($1) order by contype desc, 1, 2`,
    tables,
  );
  const indexes = await rowsOf(
    client,
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
      where indrelid::regclass::text = any($1) and not indisunique and not indisexclusion`,
    tables,
  );
  for (const { table, name } of constraints)
    await client.query(`alter table ${table} drop constraint ${name}`);
  for (const { name } of indexes) await client.query(`drop index ${name}`);
  await client.query('alter table talks disable trigger user');
  return async () => {
    await client.query(`set maintenance_work_mem = '512MB'`);
    for (const { definition } of indexes) await client.query(definition);
    for (const { table, name, definition } of constraints) {
      await client.query(`alter table ${table} add constraint ${name} ${definition}`);
    }
    await client.query('alter table talks enable trigger user');
  };
}

/** Identity columns go on after the highest number that was written. */
export async function continueNumbers(client, tables) {
  const columns = await rowsOf(
    client,
    `select attrelid::regclass::text as table, attname as name from pg_attribute
      where attidentity <> '' and attrelid::regclass::text = any($1)`,
    tables,
  );
  for (const { table, name } of columns) {
    await client.query(
      `select setval(pg_get_serial_sequence('${table}', '${name}'), coalesce(max(${name}), 0) + 1, false) from ${table}`,
    );
  }
}

async function rowsOf(client, sql, tables) {
  const { rows } = await client.query(sql, [tables]);
  return rows;
}

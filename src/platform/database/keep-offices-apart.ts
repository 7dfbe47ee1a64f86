import type { ClientBase } from 'pg';
import { WORKING_ROLE } from './working-role.js';

/**
 * What a row must be to be seen or written: of an office that the transaction is about. Both sub-selects are computed
 * once for each statement. A missing or empty setting is no office at all. What belongs to no office is
 * for everyone to read and for no office to change.
 */
const OWN_ROWS = `
(select current_setting('app.office', true)) = 'all'
or office_id = any ((select nullif(nullif(current_setting('app.office', true), ''), 'all'))::int[])`;

/** Tables of the product that hold rows of offices. */
const OFFICE_TABLES = `
select c.oid, c.relname as name, a.attnotnull as "isOwned"
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'office_id' and not a.attisdropped
 where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`;

/** Names of tables with an `office_id` whose rows are not kept apart, even from their owner. */
export const OPEN_TABLES = `
select t.name, t."isOwned" from (${OFFICE_TABLES}) t join pg_class c on c.oid = t.oid
 where not (c.relrowsecurity and c.relforcerowsecurity)
    or not exists (select from pg_policy p where p.polrelid = t.oid and p.polname = 'own_office')
    or exists (select from pg_policy p where p.polrelid = t.oid and p.polpermissive
               and p.polname <> 'own_office' and not (p.polname = 'everyones' and p.polcmd = 'r'))
 order by t.name`;

const ROLE_EXISTS = 'select from pg_roles where rolname = $1';
const MAY_TAKE_ON = `select from pg_roles where rolname = $1 and pg_has_role(current_user, oid, 'SET')`;

/** Run at the end of each migration: new tables are kept apart, and open to the working role, without being named. */
export async function keepOfficesApart(owner: ClientBase): Promise<void> {
  const { rows } = await owner.query<{ name: string; isOwned: boolean }>(OPEN_TABLES);
  for (const { name, isOwned } of rows) {
    const table = owner.escapeIdentifier(name);
    await owner.query(
      `drop policy if exists own_office on ${table};
       create policy own_office on ${table} using (${OWN_ROWS});
       drop policy if exists everyones on ${table};
       ${isOwned ? '' : `create policy everyones on ${table} for select using (office_id is null);`}
       alter table ${table} enable row level security;
       alter table ${table} force row level security`,
    );
  }
  await offerWorkingRole(owner);
}

/**
 * Makes the role that owns nothing, where the login may. Where it may not, the login itself is bound by the policies
 * (they are forced), or `workingRole` refuses it.
 */
async function offerWorkingRole(owner: ClientBase): Promise<void> {
  if ((await owner.query(ROLE_EXISTS, [WORKING_ROLE])).rowCount === 0) {
    const { rows } = await owner.query<{ may: boolean }>(
      'select rolsuper or rolcreaterole as may from pg_roles where rolname = current_user',
    );
    if (rows[0]?.may !== true) return;
    await owner.query(`create role ${WORKING_ROLE} nologin`);
    await owner.query(`grant ${WORKING_ROLE} to current_user with set true`);
  }
  if ((await owner.query(MAY_TAKE_ON, [WORKING_ROLE])).rowCount === 0) return;
  await owner.query(
    `grant usage on schema public, bullmq to ${WORKING_ROLE};
     grant select, insert, update, delete on all tables in schema public to ${WORKING_ROLE};
     grant usage on all sequences in schema public to ${WORKING_ROLE}`,
  );
}

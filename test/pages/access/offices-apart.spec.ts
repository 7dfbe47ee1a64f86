import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { Database } from '../../../src/platform/database/database.js';
import { OPEN_TABLES } from '../../../src/platform/database/keep-offices-apart.js';
import { enterOffices, inOffice, outsideOffices } from '../../../src/platform/database/office-scope.js';
import { RememberingClient } from '../../../src/platform/database/remembering-client.js';
import { scopedQuery } from '../../../src/platform/database/scoped-query.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { twoOffices, type TwoOffices } from './two-offices.js';

let test: TestApp;
let offices: TwoOffices;
/** As the application has it: with the offices of whoever calls. */
let database: Database;
/** Tables with an office, from the catalogue, and how many rows of the first office are in each. */
let tables: readonly { readonly name: string; readonly rows: number }[];
let owner: pg.Client;

beforeAll(async () => {
  test = await startTestApp();
  offices = await twoOffices(test);
  owner = new pg.Client(test.databaseUrl);
  await owner.connect();
  database = test.unscoped;
  const { rows } = await owner.query<{ name: string }>(
    `select table_name as name from information_schema.columns
      where table_schema = 'public' and column_name = 'office_id' order by 1`,
  );
  tables = await Promise.all(
    rows.map(async ({ name }) => ({ name, rows: await ownRows(test.database, name) })),
  );
});

afterAll(async () => {
  await owner.end();
  await test.close();
});

async function ownRows(door: Database, table: string): Promise<number> {
  const [counted] = await door.query<{ count: number }>(
    `select count(*)::int as count from ${table} where office_id = $1`,
    [offices.officeIds.own],
  );
  return counted?.count ?? 0;
}

const filled = (): readonly string[] => tables.filter(({ rows }) => rows > 0).map(({ name }) => name);

/** Writes a copy of a row of the first office, as whoever calls. */
async function copyRow(table: string): Promise<void> {
  const { rows } = await owner.query<{ columns: string; row: unknown }>(
    `select (select string_agg(quote_ident(attname), ', ') from pg_attribute
              where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '') as columns,
            to_jsonb(t) as row from ${table} t where office_id = $2 limit 1`,
    [table, offices.officeIds.own],
  );
  const columns = rows[0]?.columns ?? '';
  await database.query(
    `insert into ${table} (${columns}) overriding system value
     select ${columns} from jsonb_populate_record(null::${table}, $1)`,
    [JSON.stringify(rows[0]?.row)],
  );
}

describe('offices in the database', () => {
  it('are apart in every table that names an office', async () => {
    expect((await owner.query(OPEN_TABLES)).rows).toEqual([]);
    // nearly every table has rows, or the rest of this file says little
    expect(filled().length).toBeGreaterThan(15);
  });

  it('show nothing to whoever does not say an office, and nothing of one to another', async () => {
    for (const { name } of tables) {
      expect([name, await ownRows(database, name)]).toEqual([name, 0]);
      expect([name, await inOffice(offices.officeIds.other, () => ownRows(database, name))]).toEqual([
        name,
        0,
      ]);
    }
  });

  it('show their own rows to themselves, alone and in a transaction', async () => {
    const own = offices.officeIds.own;
    for (const { name, rows } of tables) {
      expect([name, await inOffice(own, () => ownRows(database, name))]).toEqual([name, rows]);
    }
    const talks = await inOffice(own, () =>
      database.transaction((tx) => tx.query<unknown[]>('select from talks')),
    );
    expect(talks.length).toBeGreaterThan(0);
  });

  it('refuse what another office writes', async () => {
    for (const name of filled()) {
      const writing = inOffice(offices.officeIds.other, () => copyRow(name));
      await expect(writing).rejects.toMatchObject({ code: '42501' });
    }
  });

  it('leave no office on the connection', async () => {
    await inOffice(offices.officeIds.own, () => database.query('select 1'));
    await inOffice(offices.officeIds.own, () => database.transaction((tx) => tx.query('select 1')));
    const left = await Promise.all(
      Array.from({ length: 40 }, () =>
        database.query(`select current_setting('app.office', true) as office`),
      ),
    );
    expect(new Set(left.map((rows) => JSON.stringify(rows)))).toEqual(new Set(['[{"office":""}]']));
  });

  it('are what a request enters, and nobody else who is served meanwhile', async () => {
    const seen = await outsideOffices(async () => {
      const before = await database.query('select from talks');
      enterOffices(offices.officeIds.own);
      const [mine, theirs] = await Promise.all([
        database.query('select from talks'),
        outsideOffices(() => database.query('select from talks')),
      ]);
      return [before.length, mine.length > 0, theirs.length];
    });
    expect(seen).toEqual([0, true, 0]);
  });

  it('work under a role that owns nothing and passes no policy', async () => {
    const [role] = await database.query(
      `select rolsuper or rolbypassrls as passes, exists (select from pg_class where relowner = r.oid) as owns
         from pg_roles r where rolname = current_user`,
    );
    expect(role).toEqual({ passes: false, owns: false });
  });

  it.each([
    ['a policy is gone', 'drop policy own_office on talks'],
    ['its owner is let past', 'alter table talks no force row level security'],
    ['a second policy lets more through', 'create policy wide on talks using (true)'],
    ['a table has none', 'create table talks_copy (office_id int)'],
  ])('are missed when %s', async (_what, sql) => {
    await owner.query('begin');
    await owner.query(sql);
    const open = await owner.query<{ name: string }>(OPEN_TABLES);
    await owner.query('rollback');
    expect(open.rows.map(({ name }) => name)).toEqual([expect.stringMatching(/^talks/)]);
  });
});

describe('what a connection remembers', () => {
  const NAMES = 'select name from pg_prepared_statements';
  const SETTINGS = { text: `select set_config('app.office', $1, true)`, values: ['{}'] };
  const LONG = `select $1::int as one -- ${'x'.repeat(120)}`;
  let client: RememberingClient;

  beforeEach(async () => {
    client = new RememberingClient({ connectionString: test.databaseUrl });
    await client.connect();
  });

  afterEach(() => client.end());

  const remembered = async (): Promise<number> => (await client.query(NAMES)).rows.length;

  it('is what it is asked again and again, in a transaction and alone', async () => {
    await client.query(LONG, [1]);
    await client.query(LONG, [2]);
    expect(await remembered()).toBe(0);
    await client.query(LONG, [3]);
    const alone = await scopedQuery(client, SETTINGS, { text: LONG, values: [4] });
    expect(alone.rows).toEqual([{ one: 4 }]);
    expect(await remembered()).toBe(1);
  });

  it('is not what a migration may give another column', async () => {
    const everything = `select * from offices where id = $1 -- ${'x'.repeat(120)}`;
    for (let times = 0; times < 5; times += 1) await client.query(everything, [1]);
    expect(await remembered()).toBe(0);
  });

  it('is asked anew after it failed, though the server never knew it', async () => {
    const early = `select $1::int as one from not_yet_there -- ${'x'.repeat(120)}`;
    const ask = () => scopedQuery(client, SETTINGS, { text: early, values: [1] });
    for (let times = 0; times < 5; times += 1) await expect(ask()).rejects.toThrow('not_yet_there');
    await client.query('create temporary table not_yet_there as select 1');
    for (let times = 0; times < 5; times += 1) expect((await ask()).rows).toEqual([{ one: 1 }]);
  });
});

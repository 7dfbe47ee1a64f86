import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ExampleOffice } from '../../../src/features/example-office/index.js';
import { startTestApp, type TestApp } from '../../support/app.js';

const counts = `select
  (select count(*)::int from sites) as sites, (select count(*)::int from rooms) as rooms,
  (select count(*)::int from caseworkers) as caseworkers, (select count(*)::int from interpreters) as interpreters,
  (select count(*)::int from households) as households, (select count(*)::int from municipalities) as municipalities,
  (select count(*)::int from talks where state in ('held', 'no-show')) as past,
  (select count(*)::int from talks where state in ('invited', 'confirmed')) as coming,
  (select md5(string_agg(first_name || last_name || born || coalesce(encode(email_index, 'hex'), ''), '' order by register_number)) from persons) as people`;

describe('the example office', () => {
  let test: TestApp;

  beforeAll(async () => {
    test = await startTestApp();
    await test.app.get(ExampleOffice).createIfEmpty();
  });

  afterAll(() => test.close());

  it('has the size that product pages and tests rely on', async () => {
    const [found] = await test.database.query<Record<string, number>>(counts);

    expect(found).toMatchObject({
      sites: 2,
      rooms: 4,
      caseworkers: 6,
      interpreters: 45,
      households: 300,
      municipalities: 86,
    });
    expect(found?.['past']).toBeGreaterThan(20);
    expect(found?.['coming']).toBeGreaterThan(10);
  });

  it('has caseworkers who together speak the twelve languages', async () => {
    const rows = await test.database.query<{ language: string }>(
      'select distinct language from caseworker_languages order by 1',
    );

    expect(rows.map((row) => row.language)).toEqual(
      ['ar', 'de', 'en', 'es', 'fr', 'it', 'pt', 'ru', 'sq', 'sr', 'ta', 'tr'].sort(),
    );
  });

  it('has languages with exactly one interpreter', async () => {
    const rows = await test.database.query<{ language: string }>(
      'select language from interpreter_languages group by language having count(*) = 1',
    );

    expect(rows.length).toBeGreaterThanOrEqual(5);
  });

  it('has told everyone with a coming talk of it, or is about to', async () => {
    const rows = await test.database.query(
      `select t.id from talks t where t.state in ('invited', 'confirmed') and t.starts_at > '2027-01-12'
         and not exists (select from notices n where n.talk_id = t.id and n.state = 'planned'
           and n.kind = case t.state when 'confirmed' then 'confirmation' else 'invitation' end)
         and t.household_id in (select id from households where channel = 'email')`,
    );

    expect(rows).toEqual([]);
  });

  it('has interpreters who said yes and interpreters who still think about it', async () => {
    const rows = await test.database.query<{ state: string; talks: number }>(
      'select o.state, count(*)::int as talks from offers o join offer_talks x on x.offer_id = o.id group by 1 order by 1',
    );

    expect(rows.map(({ state }) => state)).toEqual(['accepted', 'open']);
    expect(rows.reduce((sum, { talks }) => sum + talks, 0)).toBeGreaterThanOrEqual(3);
  });

  it('is not created twice, and is the same after a reset', async () => {
    const [before] = await test.database.query(counts);

    expect(await test.app.get(ExampleOffice).createIfEmpty()).toBe(false);
    await test.app.get(ExampleOffice).reset();

    expect((await test.database.query(counts))[0]).toEqual(before);
  });
});

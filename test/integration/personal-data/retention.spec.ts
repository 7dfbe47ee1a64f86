import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ArchiveOffers, Retention } from '../../../src/features/personal-data/index.js';
import { TalkReports } from '../../../src/features/reports/index.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { aWrittenTalk } from '../../support/office.js';
import { aHousehold, aSmallWorld, type SmallWorld } from '../../support/world.js';

let test: TestApp;
let world: SmallWorld;
const now = new Date('2030-06-01T08:00:00Z');
const LONG_AGO = '2028-05-20T09:00:00Z';

beforeAll(async () => {
  test = await startTestApp(now);
  // the archive has waived them, where nothing else is said
  world = await aSmallWorld(test.database, { policies: { archiveOffer: false } });
});
afterAll(() => test.close());

interface Times {
  readonly talk: string;
  readonly state?: string;
  readonly visit?: string;
}

/** A household whose rows are as old as its talk. */
async function aPast({ talk, state = 'done', visit }: Times): Promise<number> {
  const householdId = await aHousehold(test.database, world.officeId, {
    arrived_on: '2028-01-01',
    state,
    created_at: '2028-01-01',
  });
  await aWrittenTalk(test, world, {
    household_id: householdId,
    starts_at: talk,
    state: 'held',
    updated_at: talk,
    language: 'ti',
    ...(visit === undefined ? {} : { visit_id: visit }),
  });
  return householdId;
}

const retention = async (dryRun = false): Promise<Record<string, number>> => {
  const lines = await test.app.get(Retention, { strict: false }).run({ dryRun });
  return Object.fromEntries(lines.map(({ name, entries }) => [name, entries]));
};
const report = (): Promise<unknown> =>
  test.app.get(TalkReports, { strict: false }).run(world.officeId, '2028-01', '2030-12');
const isThere = async (householdId: number): Promise<boolean> =>
  (await test.database.query('select from households where id = $1', [householdId])).length > 0;

describe('retention', () => {
  it('deletes a household two years after its last event and keeps what is counted of its talks', async () => {
    const [visit] = await test.database.query<{ id: string }>(
      `insert into visits (office_id, interpreter_id, site_id, starts_at, ends_at, state, created_at, updated_at)
       values ($1, $2, $3, '2028-05-20T08:00Z', '2028-05-20T12:00Z', 'confirmed', now(), now()) returning id`,
      [world.officeId, world.interpreterId, world.siteId],
    );
    await test.database.query(
      `insert into visit_costs (visit_id, interpreter_id, planned_rappen) values ($1, $2, 12000)`,
      [visit!.id, world.interpreterId],
    );
    const old: number[] = [];
    for (let number = 0; number < 6; number += 1) old.push(await aPast({ talk: LONG_AGO, visit: visit!.id }));
    const young = await aPast({ talk: '2028-06-02T09:00:00Z', visit: visit!.id });
    const waiting = await aPast({ talk: LONG_AGO, state: 'open' });
    const before = await report();

    const keepFor = (months: number): Promise<unknown> =>
      test.database.query(
        `update offices set policies = policies || jsonb_build_object('householdMonths', $1::int)`,
        [months],
      );
    await keepFor(36);
    expect((await retention())['households']).toBe(0);
    await keepFor(24);
    expect((await retention(true))['households']).toBe(6);
    expect(await isThere(old[0]!)).toBe(true);
    expect((await retention())['households']).toBe(6);

    expect(await isThere(old[0]!)).toBe(false);
    expect(await isThere(young)).toBe(true);
    expect(await isThere(waiting)).toBe(true);
    expect(await report()).toEqual(before);
    // and nothing of the first ones is counted twice when the last of the visit goes
    test.clock.moveTo(new Date('2030-06-03T08:00:00Z'));
    expect((await retention())['households']).toBe(1);
    expect(await report()).toEqual(before);
  });

  it('leaves no row of them in any table, and no name in what it writes down', async () => {
    const householdId = await aPast({ talk: LONG_AGO });
    await test.database.query(`update persons set first_name = 'Kanarienvogel' where household_id = $1`, [
      householdId,
    ]);
    await retention();

    const tables = await test.database.query<{ name: string }>(
      `select table_name as name from information_schema.tables
        where table_schema = 'public' and table_type = 'BASE TABLE'`,
    );
    expect(tables.length).toBeGreaterThan(40);
    for (const { name } of tables) {
      const found = await test.database.query(
        `select from ${name} t where t::text ilike '%kanarienvogel%' limit 1`,
      );
      expect([name, found.length]).toEqual([name, 0]);
    }
    const audit = await test.database.query(
      `select action from audit_entries where subject_kind = 'household' and subject_id = $1`,
      [String(householdId)],
    );
    expect(audit).toEqual([{ action: 'household-deleted' }]);
  });

  it('empties words of old messages, forgets previews, answers and sessions, and writes down how much', async () => {
    const householdId = await aPast({ talk: '2030-05-01T09:00:00Z' });
    const [talk] = await test.database.query<{ id: string }>('select id from talks where household_id = $1', [
      householdId,
    ]);
    const notice = (kind: string, created: string): Promise<unknown> =>
      test.database.query(
        `insert into notices (office_id, kind, talk_id, revision, recipient_kind, recipient_id, channel, locale,
           direction, template_version, due_at, state, message_id, body_text, subject, created_at)
         values ($1, $2, $3, 1, 'household', $4, 'email', 'de', 'ltr', '1', $5, 'sent', $2, 'words', 'subject', $5)`,
        [world.officeId, kind, talk!.id, householdId, created],
      );
    await notice('invitation', '2029-11-01T08:00:00Z');
    await notice('confirmation', '2030-05-01T08:00:00Z');
    await test.database.query(
      `insert into idempotent_answers (actor, key, body_hash, status, answer, created_at)
       values ('api:1', 'old', '', 200, '{}', now() - interval '3 days'), ('api:1', 'new', '', 200, '{}', now())`,
    );
    await test.database.query(
      `insert into arrival_imports (office_id, file_name, sha256, state, content, result, created_by, created_at)
       values ($1, 'list.csv', 'x', 'previewed', 'names', '{}', 'staff:1', '2030-05-01')`,
      [world.officeId],
    );
    const wouldGo = await retention(true);
    const went = await retention();

    expect(went).toEqual(wouldGo);
    expect(went).toMatchObject({ 'notice-texts': 1, 'idempotent-answers': 1, 'import-previews': 1 });
    expect(
      await test.database.query(
        `select kind, subject, body_text from notices where recipient_id = $1 order by kind`,
        [householdId],
      ),
    ).toEqual([
      { kind: 'confirmation', subject: 'subject', body_text: 'words' },
      { kind: 'invitation', subject: null, body_text: null },
    ]);
    const protocol = await test.database.query(
      `select class, entries from retention_protocol where class in ('notice-texts', 'import-previews') order by class`,
    );
    expect(protocol).toEqual([
      { class: 'import-previews', entries: 1 },
      { class: 'notice-texts', entries: 1 },
    ]);
  });

  describe('of an office whose archive decides', () => {
    const offers = (): ArchiveOffers => test.app.get(ArchiveOffers, { strict: false });
    const answer = (id: number, given: 'taken' | 'declined'): Promise<void> =>
      offers().answer(world.officeId, id, { answer: given, note: 'A-17', actor: 'staff:1' });
    const offerId = async (): Promise<number> => (await offers().list(world.officeId))[0]!.id;
    const asks = (needed: boolean): Promise<unknown> =>
      test.database.query(
        `update offices set policies = policies || jsonb_build_object('archiveOffer', $1::boolean)`,
        [needed],
      );
    beforeAll(() => asks(true));
    afterAll(() => asks(false));

    it('keeps what is due until it was offered and answered, and the report stays the same', async () => {
      const householdId = await aPast({ talk: LONG_AGO });
      const before = await report();

      expect((await retention())['households']).toBe(0);
      const made = await offers().make(world.officeId, 'staff:1');
      expect(await offers().make(world.officeId, 'staff:1')).toBeUndefined();
      expect((await retention())['households']).toBe(0);
      expect(await isThere(householdId)).toBe(true);

      const texts = new Map(made!.files.map(({ path, content }) => [path, content]));
      const manifest = texts.get('header/manifest.json') ?? '';
      const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
      expect(JSON.parse(manifest)).toMatchObject({ class: 'households', households: 1, monthsKept: 24 });
      expect(JSON.parse(manifest).files).toEqual([
        expect.objectContaining({
          path: `content/${householdId}.json`,
          sha256: digest(texts.get(`content/${householdId}.json`) ?? ''),
        }),
      ]);
      expect(made!.manifestSha256.toString('hex')).toBe(digest(manifest));

      await answer(await offerId(), 'declined');
      await expect(answer(await offerId(), 'taken')).rejects.toMatchObject({
        code: 'archive-offer-not-open',
      });
      expect((await retention())['households']).toBe(1);
      expect(await isThere(householdId)).toBe(false);
      expect(await report()).toEqual(before);
      expect(await offers().list(world.officeId)).toMatchObject([
        { entries: 1, answer: 'declined', note: 'A-17' },
      ]);
    });

    it('offers again whoever came back after the offer', async () => {
      const householdId = await aPast({ talk: LONG_AGO });
      await offers().make(world.officeId, 'staff:1');
      await answer(await offerId(), 'taken');
      await test.database.query(`update talks set updated_at = $2 where household_id = $1`, [
        householdId,
        test.clock.now(),
      ]);
      test.clock.moveTo(new Date('2032-07-01T08:00:00Z'));

      const inUse = await retention();
      expect([inUse['households'], await isThere(householdId)]).toEqual([0, true]);
      expect(await offers().make(world.officeId, 'staff:1')).toBeDefined();
      await answer(await offerId(), 'taken');
      expect(await isThere(householdId)).toBe(true);
      await retention();
      expect(await isThere(householdId)).toBe(false);
    });
  });

  it('does nothing the second time', async () => {
    await retention();
    const count = async (): Promise<unknown> =>
      test.database.query(
        'select count(*) from retention_protocol union all select count(*) from audit_entries',
      );
    const before = await count();

    expect(Object.values(await retention()).every((entries) => entries === 0)).toBe(true);
    expect(await count()).toEqual(before);
  });
});

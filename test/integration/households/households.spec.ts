import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { HouseholdQueries, Households, UpdateHousehold } from '../../../src/features/households/index.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { reachHousehold } from '../../support/contacts.js';
import { aHousehold, anOffice, aPerson, aSmallWorld, someLanguages } from '../../support/world.js';

describe('households', () => {
  let test: TestApp;
  let officeId: number;

  beforeAll(async () => {
    test = await startTestApp();
    await someLanguages(test.database);
    await test.database.query(
      `insert into municipalities (bfs_number, name, canton) values (2829, 'Liestal', 'BL'), (2831, 'Pratteln', 'BL')
       on conflict do nothing`,
    );
  });

  beforeEach(async () => {
    officeId = await anOffice(test.database);
  });

  afterAll(() => test.close());

  const queries = (): HouseholdQueries => test.app.get(HouseholdQueries);
  const idsOf = async (filter: Parameters<HouseholdQueries['inbox']>[1]): Promise<number[]> =>
    (await queries().inbox(officeId, filter, { limit: 50 })).rows.map((row) => row.id);

  it('are read with persons, contact first, and languages in their order', async () => {
    const id = await aHousehold(test.database, officeId, { municipality_bfs: 2829 }, { ti: 3, en: 2 });
    await aPerson(test.database, { officeId, householdId: id }, { first_name: 'Sara', email: null });

    const household = await test.app.get(Households).get(officeId, id);

    expect(household).toMatchObject({ municipality: 'Liestal', arrivedOn: '2026-12-01', openTalkId: null });
    expect(household.persons.map((person) => person.isContact)).toEqual([true, false]);
    expect(household.persons[1]).toMatchObject({ firstName: 'Sara', email: null });
    expect(household.languages).toEqual([
      { language: 'ti', level: 3 },
      { language: 'en', level: 2 },
    ]);
  });

  it('of another office are not found', async () => {
    const id = await aHousehold(test.database, await anOffice(test.database));

    await expect(test.app.get(Households).get(officeId, id)).rejects.toMatchObject({
      code: 'household-not-found',
    });
    expect(await idsOf({})).toEqual([]);
  });

  it('are listed with the most urgent first, page by page', async () => {
    const late = await aHousehold(test.database, officeId, { target_on: '2027-05-01' });
    const soon = await aHousehold(test.database, officeId, { target_on: '2027-01-20' });
    const overdue = await aHousehold(test.database, officeId, { target_on: '2027-01-10' });

    const first = await queries().inbox(officeId, {}, { limit: 2 });
    const second = await queries().inbox(officeId, {}, { limit: 2, after: first.next });

    expect(first.rows.map((row) => row.id)).toEqual([overdue, soon]);
    expect(first.rows.map((row) => row.isOverdue)).toEqual([true, false]);
    expect(first).toMatchObject({ total: 3 });
    expect(second).toMatchObject({ rows: [{ id: late, daysSinceArrival: 41 }], next: undefined });
  });

  it('are filtered by language, municipality, state, channel and age', async () => {
    const a = await aHousehold(
      test.database,
      officeId,
      { municipality_bfs: 2829, channel: 'letter', arrived_on: '2026-06-01', target_on: '2026-08-30' },
      { ar: 3 },
    );
    const b = await aHousehold(
      test.database,
      officeId,
      { state: 'written', municipality_bfs: 2831 },
      { ti: 3, ar: 2 },
    );

    expect(await idsOf({ language: 'ar' })).toEqual([a]);
    expect(await idsOf({ municipality: 2831 })).toEqual([b]);
    expect(await idsOf({ state: 'written' })).toEqual([b]);
    expect(await idsOf({ channel: 'letter' })).toEqual([a]);
    expect(await idsOf({ age: 'overdue' })).toEqual([a]);
    expect(await idsOf({ age: 100, language: 'ar', state: 'open' })).toEqual([a]);
    expect(await idsOf({ age: 1000 })).toEqual([]);
  });

  it('are found by name, case number, whole phone number and address, and a percent sign finds nothing', async () => {
    const id = await aHousehold(test.database, officeId, { reference: '2027-000042' });
    await aPerson(
      test.database,
      { officeId, householdId: id },
      { first_name: 'Kavitha', last_name: 'Sivakumar', phone: '+41791234567', email: 'Kavi@Example.org' },
    );
    await aHousehold(test.database, officeId);

    expect(await idsOf({ search: 'siva' })).toEqual([id]);
    expect(await idsOf({ search: '000042' })).toEqual([id]);
    expect(await idsOf({ search: '079 123 45 67' })).toEqual([id]);
    expect(await idsOf({ search: ' kavi@example.org ' })).toEqual([id]);
    expect(await idsOf({ search: '123 45 67' })).toEqual([]);
    expect(await idsOf({ search: '%' })).toEqual([]);
  });

  it('are counted by state, language and municipality', async () => {
    await aHousehold(test.database, officeId, { municipality_bfs: 2829, target_on: '2027-01-01' }, { ar: 3 });
    await aHousehold(test.database, officeId, { municipality_bfs: 2829 }, { ti: 3 });
    await aHousehold(test.database, officeId, { state: 'not-invited' });

    expect(await queries().counts(officeId)).toMatchObject({
      states: { open: 2, 'not-invited': 1, done: 0 },
      overdue: 1,
      languages: [
        { language: 'ar', count: 1 },
        { language: 'ti', count: 1 },
      ],
      municipalities: [{ bfs: 2829, name: 'Liestal', count: 2 }],
    });
  });

  describe('when staff change them', () => {
    const update = (
      householdId: number,
      version: number,
      change: Parameters<UpdateHousehold['run']>[0]['change'],
    ): ReturnType<UpdateHousehold['run']> =>
      test.app.get(UpdateHousehold).run({ officeId, householdId, version, change, actor: 'staff:1' });

    it('keep the new languages and needs, and the audit says who', async () => {
      const id = await aHousehold(test.database, officeId);

      const outcome = await update(id, 1, {
        languages: [
          { language: 'ar', level: 3 },
          { language: 'en', level: 1 },
        ],
        letterLanguage: 'ar',
        stepFree: true,
        interpreterGender: 'f',
      });

      expect(outcome).toEqual({ kind: 'updated', version: 2, openTalkId: null });
      expect(await test.app.get(Households).get(officeId, id)).toMatchObject({
        letterLanguage: 'ar',
        stepFree: true,
        interpreterGender: 'f',
        languages: [{ language: 'ar' }, { language: 'en' }],
      });
      expect(
        await test.database.query('select actor, action from audit_entries where subject_id = $1', [
          String(id),
        ]),
      ).toEqual([{ actor: 'staff:1', action: 'household-updated' }]);
    });

    it('lose nothing when two people change the same version', async () => {
      const id = await aHousehold(test.database, officeId);

      const outcomes = await Promise.all([
        update(id, 1, { note: 'first' }),
        update(id, 1, { note: 'second' }),
      ]);

      expect(outcomes.map((outcome) => outcome.kind).sort()).toEqual(['changed-meanwhile', 'updated']);
    });

    it('refuse a state without reason, e-mail without an address, and no language at all', async () => {
      const id = await aHousehold(test.database, officeId);
      await reachHousehold(test.database, id, { email: null });

      await expect(update(id, 1, { state: { state: 'not-invited', reason: ' ' } })).rejects.toMatchObject({
        code: 'household-reason-missing',
      });
      await expect(update(id, 1, { channel: 'email' })).rejects.toMatchObject({
        code: 'household-without-email',
      });
      await expect(update(id, 1, { languages: [] })).rejects.toMatchObject({
        code: 'household-without-language',
      });
    });

    it('keep their state while a talk is open', async () => {
      const world = await aSmallWorld(test.database);
      const id = await aHousehold(test.database, world.officeId);
      await test.database.query(
        `insert into talks (office_id, household_id, starts_at, minutes, buffer_minutes, site_id, room_id,
           caseworker_id, language, provision, created_by)
         values ($1, $2, '2027-02-01T09:00Z', 45, 15, $3, $4, $5, 'de', 'german', 'staff:1')`,
        [world.officeId, id, world.siteId, world.roomIds[0], world.caseworkerIds[0]],
      );
      officeId = world.officeId;

      await expect(
        update(id, 1, { state: { state: 'moved-away', reason: 'nach Bern' } }),
      ).rejects.toMatchObject({
        code: 'household-has-talk',
      });
    });
  });
});

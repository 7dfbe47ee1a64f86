import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { load, type CheerioAPI } from 'cheerio';
import { PlanQueries, type Plan } from '../../../src/features/plans/index.js';
import { BookTalk } from '../../../src/features/talks/index.js';
import { MONDAY, startTestApp, type TestApp } from '../../support/app.js';
import { aStaffUser, signedIn, type StaffBrowser } from '../../support/office.js';
import { aPlan, reviewOf, whenComputed } from '../../support/plans.js';
import { aChoice } from '../../support/talks.js';
import { aHousehold, aSmallWorld, type SmallWorld } from '../../support/world.js';

jest.setTimeout(60_000);

describe('starting a plan', () => {
  let test: TestApp;
  let world: SmallWorld;
  let staff: StaffBrowser;

  beforeAll(async () => {
    test = await startTestApp(MONDAY, { role: 'all' });
    world = await aSmallWorld(test.database);
    await aStaffUser(test, world.officeId);
    staff = await signedIn(test);
  });

  beforeEach(async () => {
    for (const table of ['talks', 'plans', 'households', 'absences', 'allocations']) {
      await test.database.query(`delete from ${table}`);
    }
  });

  afterAll(() => test.close());

  const page = async (path: string): Promise<CheerioAPI> => load(await staff.page(path));

  async function started(fields: Record<string, string>): Promise<Plan> {
    const answer = await staff.post('/office/plans', { weeks: '4', effort: 'quick', ...fields });
    const id = answer.headers.get('location')!.split('/').at(-1)!;
    await staff.post(`/office/jobs/${id}/cancel`, {});
    await whenComputed(test, world.officeId, id);
    return test.app.get(PlanQueries).get(world.officeId, id);
  }

  describe('for some of the households', () => {
    const planned = async (fields: Record<string, string>): Promise<number[]> => {
      const plan = await started(fields);
      const { rows, gaps } = await reviewOf(test, plan);
      return [...rows, ...gaps].map(({ householdId }) => householdId).sort((a, b) => a - b);
    };

    it('takes those of one language, one municipality or one target day', async () => {
      await test.database.query(
        `insert into municipalities (bfs_number, name, canton) values (2831, 'Pratteln', 'BL') on conflict do nothing`,
      );
      const english = await aHousehold(test.database, world.officeId, {}, { en: 3 });
      const pratteln = await aHousehold(test.database, world.officeId, { municipality_bfs: 2831 }, { de: 3 });
      const soon = await aHousehold(test.database, world.officeId, { target_on: '2027-02-01' }, { de: 3 });

      const $ = await page('/office/plans');
      expect($('#language option[value=en]').text()).toBe('Englisch (1)');
      expect($('#municipality option[value=2831]').text()).toBe('Pratteln (1)');
      expect(await planned({ language: 'en' })).toEqual([english]);
      expect(await planned({ municipality: '2831' })).toEqual([pratteln]);
      expect(await planned({ dueUntil: '2027-02-01' })).toEqual([soon]);
      expect(await planned({})).toEqual([english, pratteln, soon]);
    });

    it('takes those that were ticked in Eingang, and says how many', async () => {
      const households: number[] = [];
      for (let count = 0; count < 3; count += 1) {
        households.push(await aHousehold(test.database, world.officeId, {}, { de: 3 }));
      }
      const [first, , last] = households;
      const inbox = await page('/office/inbox');
      expect(inbox('form[action="/office/plans"] input[name=household]')).toHaveLength(3);

      const $ = await page(`/office/plans?household=${first}&household=${last}&household=x1`);
      expect($('main').text()).not.toContain('2 im Eingang ausgewählte');
      const ticked = await page(`/office/plans?household=${first}&household=${last}`);
      expect(ticked('main').text()).toContain('2 im Eingang ausgewählte Haushalte');
      expect(ticked('#language')).toHaveLength(0);

      expect(await planned({ household: String(last) })).toEqual([last]);
    });

    it('plans from the chosen week on', async () => {
      await aHousehold(test.database, world.officeId, {}, { de: 3 });
      const $ = await page('/office/plans');
      expect($('#from option').eq(1).text()).toBe('ab Woche vom 18.01.2027');

      const plan = await started({ from: '2027-02-15', weeks: '2' });

      expect(plan).toMatchObject({ horizonFrom: '2027-02-15', horizonTo: '2027-02-28' });
      const { rows } = await reviewOf(test, plan);
      expect(rows[0]!.place.startsAt.slice(0, 10)).toBe('2027-02-15');
    });
  });

  describe('around announced talks', () => {
    async function announced(): Promise<number> {
      const householdId = await aHousehold(test.database, world.officeId, {}, { ti: 3 });
      const booked = await test.app
        .get(BookTalk)
        .run({ officeId: world.officeId, householdId, actor: 'staff:1', choice: aChoice(world) });
      expect(booked.kind).toBe('booked');
      return householdId;
    }

    const absent = () =>
      test.database.query(
        `insert into absences (resource_kind, resource_id, during) values (3, $1, '[2027-01-25, 2027-01-26)')`,
        [world.interpreterId],
      );

    it('says how many cannot be held, and shows old and new time with the reason', async () => {
      await announced();
      await absent();
      const $ = await page('/office/plans');
      expect($('main').text()).toContain('1 angekündigter Termin kann so nicht stattfinden');

      const plan = await started({ announced: 'absences' });
      const review = await page(`/office/plans/${plan.id}?view=moves`);

      expect(review('.page-head').text()).toContain('1 angekündigter Termin verschoben');
      expect(review('.plan-rows del').text()).toMatch(/^Mo 25\.1\. 10:00, Zimmer /);
      expect(review('.plan-rows .why').text()).toMatch(
        /^Verschoben: Vorname\d+ Nachname\d+ kann nicht dolmetschen/,
      );
      const check = await page(`/office/plans/${plan.id}/check`);
      expect(check('main').text()).toContain('1 angekündigter Termin wird verschoben.');

      const version = check('input[name=version]').attr('value')!;
      await staff.post(`/office/plans/${plan.id}/publish`, { version });
      expect((await page(`/office/plans/${plan.id}`))('main').text()).toContain('1 Termin ist verschoben.');
    });

    it('says of one without another place that it cannot be held', async () => {
      await announced();
      await test.database.query(
        `insert into absences (resource_kind, resource_id, during) values (3, $1, '[2027-01-01, 2027-06-26)')`,
        [world.interpreterId],
      );
      const plan = await aPlan(test, world.officeId, { announced: 'absences' });

      const $ = await page(`/office/plans/${plan.id}`);

      expect($('details.card').text()).toContain('Eingeladen für Mo 25.1. 10:00, aber so nicht möglich');
      expect($('details.card a').first().attr('href')).toMatch(/^\/office\/talks\/[\w-]+$/);
    });
  });
});

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { load } from 'cheerio';
import { PublishPlan } from '../../../src/features/plans/index.js';
import { MONDAY, startTestApp, type TestApp } from '../../support/app.js';
import { htmlFaults } from '../../support/html-faults.js';
import { aStaffUser, signedIn } from '../../support/office.js';
import { aPlan } from '../../support/plans.js';
import { aHousehold, aSmallWorld } from '../../support/world.js';

// a run starts a thread, which takes its time on a busy machine
jest.setTimeout(60_000);

describe('households for whom no talk in their language is possible', () => {
  let test: TestApp;

  beforeAll(async () => {
    test = await startTestApp(MONDAY, { role: 'all' });
  });

  afterAll(() => test.close());

  it('are not invited, and become one piece of work per language until they have a talk', async () => {
    const { officeId } = await aSmallWorld(test.database);
    await aStaffUser(test, officeId);
    const browser = await signedIn(test);
    const ids: number[] = [];
    for (const language of ['en', 'tr', 'tr']) {
      ids.push(await aHousehold(test.database, officeId, {}, { [language]: 3 }));
    }
    const { id: planId } = await aPlan(test, officeId);
    expect(load(await browser.page('/office/worklist'))('main section.card')).toHaveLength(0);

    await test.app.get(PublishPlan).run({ officeId, planId, actor: 'staff:1' });

    const invited = await test.database.query<{ id: number }>(
      `select recipient_id as id from notices where recipient_kind = 'household' and kind = 'invitation'`,
    );
    expect(invited).toEqual([{ id: ids[0] }]);
    const html = await browser.page('/office/worklist');
    const card = load(html)('main section.card');
    expect(card).toHaveLength(1);
    expect(card.find('h2').text()).toBe('Einladung ohne Kapazität: Türkisch');
    expect(card.text()).toContain('2 Haushalte warten: Der letzte Abgleich fand für sie kein Gespräch.');
    expect(card.text()).toContain('0 Gespräche in dieser Sprache');
    expect(load(html)('nav').text()).toMatch(/Arbeitsliste\s*1/);
    expect(await htmlFaults(html)).toEqual([]);

    await test.database.query(`update households set state = 'written' where id = any($1)`, [ids.slice(1)]);
    expect(load(await browser.page('/office/worklist'))('main section.card')).toHaveLength(0);
  });
});

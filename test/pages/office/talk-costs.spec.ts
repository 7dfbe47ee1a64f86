import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type CheerioAPI, load } from 'cheerio';
import { startTestApp, type TestApp } from '../../support/app.js';
import { axeViolations, inWindow, launchBrowser, smallTargets, stickingOut } from '../../support/browser.js';
import { htmlFaults } from '../../support/html-faults.js';
import { aStaffUser, aWrittenTalk, signedIn, type StaffBrowser } from '../../support/office.js';
import { paidBy } from '../../support/tariffs.js';
import { aHousehold, aSmallWorld, type SmallWorld } from '../../support/world.js';

describe('what a change costs because of the interpreter', () => {
  let test: TestApp;
  let world: SmallWorld;
  let browser: StaffBrowser;

  beforeAll(async () => {
    test = await startTestApp();
    world = await aSmallWorld(test.database);
    await paidBy(test.database, world.interpreterId);
    await aStaffUser(test, world.officeId);
  });
  beforeEach(async () => {
    await test.database.query('delete from talks');
    test.clock.moveTo(new Date('2027-01-22T12:00:00Z'));
    browser = await signedIn(test);
  });
  afterAll(() => test.close());

  const aTalk = async (row = {}): Promise<string> =>
    aWrittenTalk(test, world, {
      household_id: await aHousehold(test.database, world.officeId, { state: 'planned' }),
      starts_at: '2027-01-25T09:00:00Z',
      interpreter_id: world.interpreterId,
      interpreter_mode: 'onsite',
      language: 'ti',
      provision: 'interpreter',
      ...row,
    });
  const page = async (path: string): Promise<CheerioAPI> => load(await browser.page(path));
  const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
  const preview = ($: CheerioAPI): string => plain($('.cost-preview > p').text());
  const rows = ($: CheerioAPI): string[] =>
    $('.cost-table tr')
      .toArray()
      .map((row) =>
        $(row)
          .children()
          .toArray()
          .map((cell) => plain($(cell).text()))
          .join(' | '),
      );

  it('stands before the button that calls off, with its computation', async () => {
    const $ = await page(`/office/talks/${await aTalk()}/cancel`);

    expect(preview($)).toContain('Absage jetzt: CHF 105.00; bis Fr 22.1., 10:00: CHF 0.00');
    expect($('.cost-preview details').text()).toContain('Tarif «Erste Stunde ganz», gültig ab 01.01.2020');
    expect(rows($)).toEqual([
      'Was | Betrag',
      'Ausfall, voll bezahlt 60 Min. × CHF 105.00 je Stunde | CHF 105.00',
      'Total | CHF 105.00',
    ]);
    expect($('.cost-preview').nextAll('form')).toHaveLength(1);
  });

  it('tells in time after when it is no longer free', async () => {
    test.clock.moveTo(new Date('2027-01-18T09:00:00Z'));
    browser = await signedIn(test);
    const $ = await page(`/office/talks/${await aTalk()}/cancel`);

    expect(preview($)).toContain('Absage jetzt: CHF 0.00; nach Fr 22.1., 10:00: CHF 105.00');
    expect($('.cost-preview details').text()).toContain('Es ist nichts geschuldet.');
  });

  it('of one talk of a visit is the difference', async () => {
    const id = await aTalk();
    await aTalk({ starts_at: '2027-01-25T09:45:00Z' });
    const $ = await page(`/office/talks/${id}/cancel`);

    expect(preview($)).toContain('Absage jetzt: CHF 26.25');
    expect(preview($)).toContain('Der Rest des Einsatzes kostet CHF 142.50 statt CHF 195.00 für den ganzen.');
  });

  it('says when no tariff is known', async () => {
    await test.database.query(`update interpreters set tariff_code = 'none' where id = $1`, [
      world.interpreterId,
    ]);
    const $ = await page(`/office/talks/${await aTalk()}/cancel`);
    await paidBy(test.database, world.interpreterId);

    expect(preview($)).toContain('Für diesen Tag ist kein Tarif erfasst.');
  });

  it('does not stand where nobody interprets', async () => {
    const row = { interpreter_id: null, interpreter_mode: null, provision: 'german' };
    const $ = await page(`/office/talks/${await aTalk(row)}/cancel`);

    expect($('.cost-preview')).toHaveLength(0);
  });

  it('stands before the button that moves', async () => {
    const id = await aTalk();
    const query = new URLSearchParams({
      startsAt: '2027-02-01T09:00:00.000Z',
      room: String(world.roomIds[0]),
      caseworker: String(world.caseworkerIds[0]),
      interpreter: String(world.interpreterId),
      interpreterMode: 'onsite',
      language: 'ti',
    });
    const $ = await page(`/office/talks/${id}/move/check?${query}`);

    expect(preview($)).toContain('Verschieben jetzt: CHF 105.00; bis Fr 22.1., 10:00: CHF 0.00');
    expect($('.cost-preview').nextAll('form')).toHaveLength(1);
  });

  it('fits a small window, and breaks no rule of axe, with its computation open', async () => {
    const id = await aTalk();
    const window = await launchBrowser();
    try {
      const faults = await inWindow(window, { viewport: { width: 320, height: 800 } }, async (tab) => {
        const cookies = [...browser.cookies].map(([name, value]) => ({ name, value, url: test.url }));
        await tab.context().addCookies(cookies);
        await tab.goto(`${test.url}/office/talks/${id}/cancel`);
        await tab.click('.cost-preview summary');
        return [...(await axeViolations(tab)), ...(await stickingOut(tab)), ...(await smallTargets(tab, 24))];
      });
      expect(faults).toEqual([]);
    } finally {
      await window.close();
    }
    expect(await htmlFaults(await browser.page(`/office/talks/${id}/cancel`))).toEqual([]);
  }, 60_000);
});

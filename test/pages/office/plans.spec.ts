import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { load, type CheerioAPI } from 'cheerio';
import type { Browser } from 'playwright-core';
import type { Plan } from '../../../src/features/plans/index.js';
import { I18n } from '../../../src/platform/i18n/i18n.js';
import { MONDAY, startTestApp, type TestApp } from '../../support/app.js';
import { axeViolations, inWindow, launchBrowser, stickingOut } from '../../support/browser.js';
import { htmlFaults } from '../../support/html-faults.js';
import { aStaffUser, signedIn, type StaffBrowser } from '../../support/office.js';
import { aPlan, whenComputed } from '../../support/plans.js';
import { aHousehold, aSmallWorld, type SmallWorld } from '../../support/world.js';

// each run starts a thread, which takes its time on a busy machine
jest.setTimeout(60_000);

/** Buttons in forms submit; a region that scrolls needs no heading of its own. */
const MATTER_OF_TASTE = /^(no-implicit-button-type|prefer-native-element): /;

describe('the pages of plans', () => {
  let test: TestApp;
  let world: SmallWorld;
  let staff: StaffBrowser;

  beforeAll(async () => {
    test = await startTestApp(MONDAY, { role: 'all' });
    world = await aSmallWorld(test.database);
    await aStaffUser(test, world.officeId);
    await aStaffUser(test, world.officeId, { email: 'revision@example.ch', role: 'auditor' });
    staff = await signedIn(test);
  });

  beforeEach(async () => {
    await test.database.query('delete from talks');
    await test.database.query('delete from plans');
    await test.database.query('delete from households');
    for (const language of ['ti', 'ti', 'en', 'tr']) {
      await aHousehold(test.database, world.officeId, {}, { [language]: 3 });
    }
  });

  afterAll(() => test.close());

  const page = async (path: string): Promise<CheerioAPI> => load(await staff.page(path));
  const states = ($: CheerioAPI): string[] =>
    $('.plan-rows tbody .badge')
      .toArray()
      .map((badge) => $(badge).text().trim().split(' ').at(-1) ?? '');
  const press = ($: CheerioAPI, action: string): string => {
    const value = $(`button[value^="${action}:"]`)
      .toArray()
      .map((button) => $(button).attr('value'))
      .find((candidate) => /:\d+$/.test(candidate ?? ''));
    return value!;
  };

  it('start a run once, show its progress, and lead to the review from the same address', async () => {
    const $ = await page('/office/plans');
    expect($('main').text()).toContain('4 Haushalte warten auf einen Termin.');

    const first = await staff.post('/office/plans', { weeks: '4', effort: 'quick' });
    const address = first.headers.get('location')!;
    const second = await staff.post('/office/plans', { weeks: '4', effort: 'quick' });
    expect(second.headers.get('location')).toBe(address);

    const shown = async () => load(await (await staff.get(address)).text());
    let job = await shown();
    while (job('.job-status').text().startsWith('Beginnt')) job = await shown();
    expect(job('noscript').text()).toContain('http-equiv="refresh" content="3"');
    expect(job('progress').attr('max')).toBe('100');
    expect(job('.job-status').text()).toMatch(/^Schritt \d von 3: .+ – \d+ %/);

    const stopped = await staff.post(`${address}/cancel`, {});
    expect(stopped.headers.get('location')).toBe(address);
    const id = address.split('/').at(-1)!;
    await whenComputed(test, world.officeId, id);
    const over = await staff.get(address);
    expect(over.headers.get('location')).toBe(`/office/plans/${id}`);
    const review = await page(`/office/plans/${id}`);
    expect(review('h1').text()).toMatch(/^Vorschlag vom 11.01.2027/);
    expect((await page('/office/plans'))('main').text()).toContain('Ein Vorschlag wartet auf Ihre Prüfung.');
  });

  it('refuse a start without a period, with the error linked', async () => {
    const answer = await staff.post('/office/plans', { weeks: 'soon', effort: 'quick' });
    const $ = load(await answer.text());

    expect(answer.status).toBe(422);
    expect($('.error-summary a').attr('href')).toBe('#weeks');
    expect($('title').text()).toMatch(/^Fehler:/);
  });

  it('say why of each row, and why not of each household without one', async () => {
    const plan = await aPlan(test, world.officeId);
    const $ = await page(`/office/plans/${plan.id}`);

    expect($('.page-head').text()).toContain('3 von 4 geplant · 1 nicht planbar');
    expect($('.plan-rows').text()).toContain('Block mit 1 anderen Gespräch');
    expect($('details.card').text()).toContain('Türkisch');
    expect($('details.card').text()).toMatch(/Hindernisse: \S+/);
    expect($('details.card a').first().attr('href')).toMatch(/^\/office\/households\/\d+\/talk$/);
    const name = $('.plan-rows tbody th a').first().text();
    expect($('.plan-rows tbody button').first().attr('aria-label')).toBe(`Annehmen: ${name}`);
  });

  it('accept, pin, leave out and undo by row and for the selected ones', async () => {
    const plan = await aPlan(test, world.officeId);
    const address = `/office/plans/${plan.id}`;
    const before = await page(address);

    await staff.post(`${address}/rows`, { do: press(before, 'accept'), view: 'all' });
    expect(states(await page(address)).sort()).toEqual(['angenommen', 'vorgeschlagen', 'vorgeschlagen']);
    const [row] = before('input[name=row]').toArray();
    await staff.post(`${address}/rows`, {
      do: 'leave-out:selected',
      row: before(row).attr('value')!,
      view: 'day',
    });
    expect(states(await page(address))).toContain('weggelassen');
    await staff.post(`${address}/rows`, { do: press(await page(address), 'undo'), view: 'all' });
    expect(states(await page(address))).not.toContain('weggelassen');
  });

  it('show other places with their price, take one, and strike the old one through', async () => {
    const plan = await aPlan(test, world.officeId);
    const address = `/office/plans/${plan.id}`;
    const change = (await page(address))('a[aria-label^="Ändern"]').first().attr('href')!;
    const places = await page(`${change}?from=2027-02-01`);
    const form = places('tbody form').first();
    const fields = Object.fromEntries(
      form
        .find('input')
        .toArray()
        .map((input) => [places(input).attr('name')!, places(input).attr('value') ?? '']),
    );

    const taken = await staff.postRaw(change, fields);
    const again = await staff.postRaw(change, fields);

    expect(taken.status).toBe(303);
    expect(again.status).toBe(409);
    expect(await again.text()).toContain('Jemand hat diese Zeile inzwischen geändert.');
    const $ = await page(address);
    expect($('.plan-rows del').text()).toMatch(/25\.1\./);
    expect(states($)).toContain('geändert');
  });

  it('check, publish, and show the same result when publishing is pressed twice', async () => {
    const plan = await aPlan(test, world.officeId);
    const address = `/office/plans/${plan.id}`;
    const check = await page(`${address}/check`);
    const version = check('input[name=version]').attr('value')!;
    expect(check('main').text()).toContain('3 Termine werden gebucht.');
    expect(check('button.button-primary').last().text()).toBe(
      'Plan freigeben und 3 Haushalte benachrichtigen',
    );

    const both = await Promise.all([1, 2].map(() => staff.post(`${address}/publish`, { version })));

    expect(both.map((answer) => answer.status)).toEqual([303, 303]);
    const $ = await page(address);
    expect($('h1').text()).toBe('Plan freigegeben');
    expect($('main').text()).toContain('3 Termine sind gebucht.');
    expect((await staff.get(`${address}/check`)).headers.get('location')).toBe(address);
    const [talks] = await test.database.query('select count(*)::int as count from talks');
    expect(talks).toEqual({ count: 3 });
  });

  it('ask again when the plan changed after the check', async () => {
    const plan = await aPlan(test, world.officeId);
    const address = `/office/plans/${plan.id}`;
    const version = (await page(`${address}/check`))('input[name=version]').attr('value')!;
    await staff.post(`${address}/rows`, { do: press(await page(address), 'pin'), view: 'all' });

    const answer = await staff.post(`${address}/publish`, { version });

    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain('Bitte prüfen Sie ihn noch einmal.');
  });

  it('are closed to roles without planning, and to other offices', async () => {
    const plan = await aPlan(test, world.officeId);
    const auditor = await signedIn(test, 'revision@example.ch');
    const other = await aSmallWorld(test.database);
    await aStaffUser(test, other.officeId, { email: `other-${other.officeId}@example.ch` });
    const stranger = await signedIn(test, `other-${other.officeId}@example.ch`);

    for (const path of ['/office/plans', `/office/plans/${plan.id}`, `/office/plans/${plan.id}/check`]) {
      expect((await auditor.get(path)).status).toBe(403);
    }
    expect((await stranger.get(`/office/plans/${plan.id}`)).status).toBe(404);
    expect((await stranger.post(`/office/plans/${plan.id}/publish`, { version: '1' })).status).toBe(404);
    expect((await stranger.get('/office/plans/none')).status).toBe(404);
  });

  describe('in a browser', () => {
    let browser: Browser;
    let plan: Plan;

    beforeAll(async () => {
      browser = await launchBrowser();
    });

    beforeEach(async () => {
      plan = await aPlan(test, world.officeId);
    });

    afterAll(() => browser.close());

    const cookies = () => [...staff.cookies].map(([name, value]) => ({ name, value, url: test.url }));

    it('have no fault for axe, for the validator or on a phone', async () => {
      const address = `/office/plans/${plan.id}`;
      const change = (await page(address))('a[aria-label^="Ändern"]').first().attr('href')!;
      const paths = [
        '/office/plans',
        address,
        `${address}?view=picture`,
        `${address}?view=day`,
        `${address}/check`,
        change,
        '/office/settings/weights',
      ];
      for (const path of paths) {
        const html = await staff.page(path);
        const faults = (await htmlFaults(html)).filter((fault) => !MATTER_OF_TASTE.test(fault));
        expect({ path, faults }).toEqual({ path, faults: [] });
        const found = await inWindow(browser, { viewport: { width: 1280, height: 900 } }, async (window) => {
          await window.context().addCookies(cookies());
          await window.goto(test.url + path);
          const violations = await axeViolations(window);
          await window.setViewportSize({ width: 320, height: 800 });
          return { violations, out: await stickingOut(window) };
        });
        expect({ path, ...found }).toEqual({ path, violations: [], out: [] });
      }
    });
  });
});

describe('the words of plans', () => {
  const i18n = I18n.load();
  const keysOf = (value: unknown, path: string): string[] =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, inner]) => keysOf(inner, path === '' ? key : `${path}.${key}`))
      : [`${path} ${[...String(value).matchAll(/{{\w+}}/g)].map(String).sort().join(' ')}`];

  it('are the same in German, English and French', async () => {
    const [de, en, fr] = await Promise.all(
      ['de', 'en', 'fr'].map(async (locale) => {
        const file = await import(`../../../locales/${locale}/plans.json`, { with: { type: 'json' } });
        return keysOf(file.default, '');
      }),
    );

    expect(i18n.has('de', 'plans:title')).toBe(true);
    expect(en).toEqual(de);
    expect(fr).toEqual(de);
  });
});

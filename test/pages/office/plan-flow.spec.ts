import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { EXAMPLE_PASSWORD, ExampleOffice } from '../../../src/features/example-office/index.js';
import { PlanQueries } from '../../../src/features/plans/index.js';
import { BookTalk } from '../../../src/features/talks/index.js';
import { MONDAY, startTestApp, type TestApp } from '../../support/app.js';
import { axeViolations, launchBrowser, stickingOut } from '../../support/browser.js';
import { doubleBookings } from '../../support/talks.js';
import { aHousehold } from '../../support/world.js';

// a run of three seconds and another one, on a busy machine
jest.setTimeout(600_000);

/** Where the pictures of the steps go; none are taken when it is not set. */
const PICTURES = process.env['PICTURES'];
const WIDTHS = [1280, 360];

describe('a coordinator who plans the example office in a browser', () => {
  let test: TestApp;
  let browser: Browser;
  let window: BrowserContext;
  let page: Page;
  let officeId: number;

  beforeAll(async () => {
    test = await startTestApp(MONDAY, { role: 'all' });
    await test.app.get(ExampleOffice, { strict: false }).createIfEmpty();
    const [office] = await test.database.query<{ id: number }>('select id from offices');
    officeId = office!.id;
    browser = await launchBrowser();
    window = await browser.newContext({ locale: 'de-CH', viewport: { width: 1280, height: 900 } });
    page = await window.newPage();
    page.setDefaultTimeout(240_000);
    await page.goto(`${test.url}/office/login?next=/office/inbox`);
    await page.fill('#email', 'koordination@musterland.example');
    await page.fill('#password', EXAMPLE_PASSWORD);
    await page.click('form button');
    await page.getByRole('heading', { level: 1 }).waitFor();
  });

  afterAll(async () => {
    await browser.close();
    await test.close();
  });

  /** No fault for axe, nothing that sticks out on a phone, and pictures for whoever wants to look. */
  async function look(name: string): Promise<void> {
    const found: Record<string, unknown> = {};
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      if (PICTURES !== undefined) {
        await page.screenshot({ path: path.join(PICTURES, `${name}-${width}.png`), fullPage: true });
      }
      found[width] = await stickingOut(page);
    }
    await page.setViewportSize({ width: 1280, height: 900 });
    expect({ name, axe: await axeViolations(page), ...found }).toEqual({ name, axe: [], 360: [], 1280: [] });
  }

  const button = (name: string | RegExp) => page.getByRole('main').getByRole('button', { name }).first();
  const main = () => page.getByRole('main').innerText();
  const badge = () =>
    page
      .getByRole('navigation')
      .first()
      .getByRole('link', { name: /Abgleich/ })
      .innerText();

  /** The review that a run becomes at the same address. */
  async function reviewed(): Promise<string> {
    await page.getByRole('heading', { name: /^Vorschlag vom/, level: 1 }).waitFor();
    return new URL(page.url()).pathname.split('/').at(-1)!;
  }

  const firstRow = () => page.locator('.plan-rows tbody tr').first();

  it('ticks households in Eingang, starts a run, and watches its progress', async () => {
    if (PICTURES !== undefined) fs.mkdirSync(PICTURES, { recursive: true });
    await page.locator('input[name=household]').first().check();
    await look('1-inbox');
    await button('Ausgewählte in den Abgleich nehmen').click();
    await page.getByText('1 im Eingang ausgewählter Haushalt').waitFor();
    await look('2-start-with-one');
    await page.getByRole('link', { name: 'Stattdessen alle wartenden' }).click();
    await page.getByLabel('schnell').check();
    await look('3-start');

    await button('Vorschlag berechnen').click();

    await page.getByRole('progressbar').waitFor();
    await page
      .locator('.job-status')
      .getByText(/^Schritt \d von 3: .+ – \d+ %/)
      .waitFor();
    await look('4-progress');
    await reviewed();
    expect(await badge()).toMatch(/1/);
    await look('5-review');
  });

  it('changes one row, pins one, accepts the rest, and takes the last step back', async () => {
    await firstRow()
      .getByRole('link', { name: /^Ändern/ })
      .click();
    await page.getByRole('heading', { name: /^Ändern/, level: 1 }).waitFor();
    await look('6-change');
    await button(/^Nehmen/).click();
    await reviewed();
    expect(await main()).toContain('geändert');
    await page
      .locator('tr', { hasText: 'vorgeschlagen' })
      .first()
      .getByRole('button', { name: /^Fixieren/ })
      .click();
    await page.getByText('fixiert').first().waitFor();

    await button('Alle vorgeschlagenen annehmen').click();
    await page.getByText('angenommen').first().waitFor();
    await button('Letzten Schritt zurücknehmen').click();
    await page.getByText('vorgeschlagen').first().waitFor();

    await page.locator('#history summary').click();
    expect(await page.locator('#history').innerText()).toMatch(/4\. Schritte zurückgenommen/);
    await look('7-history');
  });

  it('computes anew around them, and looks at the picture', async () => {
    await button('Neu rechnen').click();
    await page.getByRole('progressbar').waitFor();
    await reviewed();
    const text = await main();
    expect(text).toContain('Fassung 2');
    expect(text).toContain('fixiert');
    expect(text).toContain('geändert');

    await page.getByRole('link', { name: 'Bild', exact: true }).click();
    await page.getByRole('heading', { name: 'Bild des Plans' }).waitFor();
    expect(await page.locator('svg.picture').count()).toBeGreaterThan(1);
    await look('8-picture');
  });

  it('publishes once however often it is pressed; what a colleague took comes back as a conflict', async () => {
    const planId = new URL(page.url()).pathname.split('/').at(-1)!;
    const { rows } = await test.app.get(PlanQueries).review(officeId, planId);
    const wanted = rows.find(({ state, place }) => state === 'proposed' && place.interpreterId === null)!;
    const colleague = await aHousehold(test.database, officeId, {}, { [wanted.place.language]: 3 });
    const booked = await test.app
      .get(BookTalk)
      .run({ officeId, householdId: colleague, actor: 'staff:2', choice: wanted.place });
    expect(booked.kind).toBe('booked');
    await page.getByRole('link', { name: 'Prüfen und freigeben' }).click();
    await page.getByRole('heading', { name: 'Vor der Freigabe prüfen' }).waitFor();
    await look('9-check');
    const check = page.url();

    await button(/^Plan freigeben/).click();
    await page.getByRole('heading', { name: 'Plan freigegeben' }).waitFor();
    const result = await main();
    expect(result).toContain('1 Zeile wurde nicht gebucht');
    expect(result).toContain('Der Platz wurde inzwischen vergeben.');
    await look('10-result');
    const count = async () => (await test.database.query('select count(*) from talks'))[0];
    const talks = await count();

    await page.goBack();
    if (page.url() === check) await button(/^Plan freigeben/).click();
    await page.getByRole('heading', { name: 'Plan freigegeben' }).waitFor();

    expect(await count()).toEqual(talks);
    expect(await main()).toContain(result.split('\n').find((line) => line.includes('gebucht'))!);
    expect(await doubleBookings(test.database)).toEqual([]);
  });

  it('moves announced talks when an interpreter falls out, and says why', async () => {
    const [talk] = await test.database.query<{ interpreterId: number; day: string }>(
      `select interpreter_id as "interpreterId", starts_at::date::text as day from talks
        where interpreter_id is not null and starts_at > $1::timestamptz + interval '14 days' order by starts_at limit 1`,
      [MONDAY],
    );
    await test.database.query(
      `insert into absences (resource_kind, resource_id, during)
       values (3, $1, tstzrange($2::date, $2::date + 14))`,
      [talk!.interpreterId, talk!.day],
    );
    await page.goto(`${test.url}/office/plans`);
    expect(await main()).toMatch(/kann so nicht stattfinden|können so nicht stattfinden/);
    await page.getByLabel('nur verschieben, wo jemand ausfällt').check();
    await page.getByLabel('schnell').check();
    await button('Vorschlag berechnen').click();
    await reviewed();
    await page.getByRole('link', { name: 'Verschobene', exact: true }).click();
    await page.getByText('kann nicht dolmetschen').first().waitFor();
    await look('11-moves');
  });

  it('tries other weights out', async () => {
    await page.goto(`${test.url}/office/settings/weights`);
    await page.locator('#unscheduled').fill('100');
    await button('Wirkung rechnen').click();
    const effect = page.getByRole('heading', { name: 'Wirkung auf eine neue Suche' });
    await effect.waitFor();
    await look('12-weights');
  });
});

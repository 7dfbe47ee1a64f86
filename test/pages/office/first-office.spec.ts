import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { OpenOffice } from '../../../src/features/settings/index.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { axeViolations, inWindow, launchBrowser, stickingOut } from '../../support/browser.js';
import { sendLater } from '../../support/notices.js';

// a whole office through a browser, on a busy machine
jest.setTimeout(240_000);

/** Where the pictures of the steps go; none are taken when it is not set. */
const PICTURES = process.env['PICTURES'];
const EMAIL = 'leitung@neuland.example';
const ARRIVALS = `Nachname;Vorname;Geburtsdatum;E-Mail;Sprache;Telefon;Gemeinde;Zuzugsdatum
Khatib;Layla;14.03.1991;layla@example.org;Arabisch;;Liestal;05.12.2026
`;

let test: TestApp;
let browser: Browser;
let password: string;

beforeAll(async () => {
  test = await startTestApp();
  password = await test.app.get(OpenOffice, { strict: false }).run({
    slug: 'neuland',
    name: 'Amt für Migration Neuland',
    canton: 'BL',
    administrator: { email: EMAIL, name: 'Lea Neu' },
  });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await test.close();
});

/** No fault for axe, nothing that sticks out on a small phone, and pictures for whoever wants to look. */
async function look(page: Page, name: string): Promise<void> {
  const found: string[] = [];
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    found.push(...(await stickingOut(page)));
    if (PICTURES === undefined) continue;
    fs.mkdirSync(PICTURES, { recursive: true });
    await page.screenshot({ path: path.join(PICTURES, `${name}-${width}.png`), fullPage: true });
  }
  found.push(...(await axeViolations(page)));
  expect({ name, found }).toEqual({ name, found: [] });
}

/** Opens a form of the settings, fills it in by the names of its fields, and saves. */
async function enter(page: Page, section: string, fields: Readonly<Record<string, string>>): Promise<void> {
  await page.goto(`${test.url}/office/settings/${section}`);
  for (const [name, value] of Object.entries(fields)) {
    const field = page.locator(`[name="${name}"]`);
    if (await field.evaluate((element) => element.matches('select'))) await field.selectOption(value);
    else await field.fill(value);
  }
  await page.getByRole('button', { name: 'Speichern' }).click();
  await page.getByRole('status').getByText('Die Änderung ist gespeichert.').waitFor();
}

it('an administrator comes from an empty installation to the first invitation by following the guide', async () => {
  await inWindow(browser, { viewport: { width: 1280, height: 900 } }, async (page) => {
    await page.goto(`${test.url}/office/login`);
    await page.fill('#email', EMAIL);
    await page.fill('#password', password);
    await page.click('form button');
    await page.getByRole('heading', { name: 'In neun Schritten zur ersten Einladung' }).waitFor();
    await look(page, 'first-day');

    await enter(page, 'office', { address: 'Hauptstrasse 1\n4410 Liestal', phone: '061 555 02 00' });
    await look(page, 'office');
    const address = { name: 'Liestal', street: 'Hauptstrasse 1', postcode: '4410', town: 'Liestal' };
    await enter(page, 'sites/new', address);
    await look(page, 'sites');
    await enter(page, 'rooms/new', { name: 'Zimmer 1', floor: '1. Stock', seats: '6' });
    const [site] = await test.database.query<{ id: number }>('select id from sites');
    const hours = [1, 2, 3, 4, 5].map((day) => [`hours-${site?.id ?? 0}-${day}`, '8-12, 13.30-17']);
    await enter(page, 'caseworkers/new', {
      name: 'Farid Haddad',
      email: 'farid@neuland.example',
      'language-2': 'ar',
      ...(Object.fromEntries(hours) as Record<string, string>),
    });
    await page.getByRole('link', { name: 'Farid Haddad' }).click();
    await look(page, 'caseworker');
    const tariff = { name: 'Vermittlung', validFrom: '2027-01-01', 'onsite-hourly': '100', amount: '30' };
    await enter(page, 'tariffs/new', tariff);
    await page.getByRole('link', { name: 'Vermittlung' }).click();
    await look(page, 'tariff');
    const interpreter = { firstName: 'Selam', lastName: 'Tesfay', email: 'selam@neuland.example' };
    await enter(page, 'interpreters/new', { ...interpreter, 'language-1': 'ti' });
    await page.goto(`${test.url}/office/settings`);
    expect(await page.locator('.first-steps').innerText()).toContain('6 von 9 Schritten sind gemacht.');
    await look(page, 'overview');

    await page.getByRole('link', { name: 'Ein Haushalt' }).click();
    const file = { name: 'zuzuege.csv', mimeType: 'text/csv', buffer: Buffer.from(ARRIVALS) };
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByRole('button', { name: 'Vorschau ansehen' }).click();
    await page.getByRole('button', { name: 'Alle übernehmen' }).click();
    await page.goto(`${test.url}/office/settings`);
    await page.getByRole('link', { name: 'Der erste Termin' }).click();
    await page
      .getByRole('link', { name: /^Planen|^Termin planen/ })
      .first()
      .click();
    await page.locator('li.slot').first().getByRole('link', { name: 'Wählen' }).click();
    await page.getByRole('button', { name: 'Termin buchen' }).click();
    await page.getByRole('status').getByText('Der Termin ist gebucht.').waitFor();
    await page.goto(`${test.url}/office/settings`);
    expect(await page.locator('.first-steps').count()).toBe(0);
  });
  await sendLater(test, 5);

  const [mail] = test.mailbox.mails;
  expect(mail?.recipients).toEqual(['layla@example.org']);
  expect(mail?.parsed.text).toContain('Amt für Migration Neuland');
});

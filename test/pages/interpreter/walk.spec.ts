import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { saveContact } from '../../../src/features/contacts/index.js';
import { MONDAY, startTestApp, type TestApp } from '../../support/app.js';
import { axeViolations, inWindow, launchBrowser, smallTargets, stickingOut } from '../../support/browser.js';
import { calendarReaders } from '../../support/calendars/readers.js';
import { sendLater } from '../../support/notices.js';
import { anAskingWorld, aTalkToInterpret, offers } from '../../support/offers.js';
import { after } from '../../support/talks.js';
import type { SmallWorld } from '../../support/world.js';

jest.setTimeout(120_000);

const EMAIL = 'selam@example.org';
const DAY_MINUTES = 24 * 60;
/** Three talks one after the other make one request; a talk on the next day is another one. */
const BUNDLE = [0, 60, 120];

let test: TestApp;
let world: SmallWorld;
let browser: Browser;

beforeAll(async () => {
  test = await startTestApp();
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await test.close();
});

beforeEach(async () => {
  test.clock.moveTo(MONDAY);
  await test.database.transaction((tx) =>
    tx.query('delete from talks; delete from visits; delete from offers; delete from offices'),
  );
  world = await anAskingWorld(test);
  await saveContact(test.database, 'interpreters', world.interpreterId, { email: EMAIL });
  for (const minutes of [...BUNDLE, DAY_MINUTES])
    await aTalkToInterpret(test, world, { startsAt: after(minutes) });
  test.mailbox.clear();
});

/** Looks at the page that is open, when axe can: it needs a window with JavaScript. */
async function look(page: Page, name: string, isScripted: boolean): Promise<void> {
  const folder = process.env['PICTURES'];
  if (folder !== undefined)
    await page.screenshot({ path: `${folder}/walk-${isScripted ? 'js-' : ''}${name}.png`, fullPage: true });
  if (!isScripted) return;
  const faults = [
    ...(await axeViolations(page)),
    ...(await stickingOut(page)),
    ...(await smallTargets(page, 44)),
  ];
  expect([name, faults]).toEqual([name, []]);
}

/** The link of the mail that asks for the bundle. */
function bundleLink(): string {
  const texts = test.mailbox.mails
    .filter(({ recipients }) => recipients.includes(EMAIL))
    .map(({ parsed }) => parsed.text ?? '');
  const bundle = texts.find((text) => text.includes('diese 3 Gespräche')) ?? '';
  return /http\S+\/interpreter\/in\/[\w-]{43}/.exec(bundle)?.[0] ?? '';
}

describe.each([
  ['without JavaScript', false],
  ['with JavaScript, where axe looks at every page', true],
] as const)('an interpreter at 360 pixels %s', (_title, isScripted) => {
  it('goes from the link to the calendar and back out again', async () => {
    await sendLater(test, 1);
    const options = { viewport: { width: 360, height: 760 }, javaScriptEnabled: isScripted };
    await inWindow(browser, options, async (page) => {
      page.setDefaultTimeout(10_000);
      const see = (name: string): Promise<void> => look(page, name, isScripted);
      const press = (name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();
      const go = (name: string): Promise<void> => page.getByRole('link', { name, exact: true }).click();

      await page.goto(bundleLink());
      await see('1-link');
      await press('Anmelden');
      await page.getByText('Antwort bis').waitFor();
      await see('2-bundle');
      await press('Alle 3 zusagen');
      await page.getByText('Zugesagt. Vielen Dank!').waitFor();
      await see('3-accepted');

      await go('Alle Anfragen');
      await see('4-requests');
      await go('Ansehen oder absagen');
      await page.getByText('Absagen', { exact: true }).click();
      await page.getByLabel('Keine Zeit').check();
      await see('5-decline');
      await press('Ja, absagen');
      await page.getByText('Abgesagt. Danke für Ihre Antwort.').waitFor();
      await see('6-declined');

      await go('Zeiten');
      await page.getByLabel('Freitag, Nachmittag').uncheck();
      await press('Speichern');
      await page.getByText('Ihre Zeiten sind gespeichert.').waitFor();
      await see('7-availability');

      await go('Abwesend');
      await page.getByLabel('Erster Tag').fill('2027-01-25');
      await page.getByLabel('Letzter Tag').fill('2027-01-29');
      await press('Speichern');
      await page.getByText('Sie haben 3 Einsätze zugesagt:').waitFor();
      await see('8-absence-check');
      await press('Trotzdem speichern');
      await page.getByText('Das Amt sieht die Einsätze und meldet sich.').waitFor();
      await see('9-absences');

      await go('Agenda');
      await press('Adresse erstellen');
      const address = await page.getByLabel('Oder kopieren Sie diese Adresse').inputValue();
      await see('10-agenda');
      expectFeed(await (await fetch(address)).text());
      await press('Adresse löschen');
      await page.getByText('Die Adresse ist gelöscht.').waitFor();
      expect((await fetch(address)).status).toBe(410);

      await go('Profil');
      await see('11-profile');
      await press('Hier abmelden');
      await see('12-signed-out');
      expect(new URL(page.url()).pathname).toBe('/interpreter');
    });

    const answers = (await offers(test)).map(({ talks }) => talks);
    expect(answers).toEqual([['accepted', 'accepted', 'accepted'], ['declined']]);
  });
});

/** Three accepted talks, read alike by every reader that the machine has. */
function expectFeed(feed: string): void {
  const starts = BUNDLE.map((minutes) => after(minutes).replace('.000Z', '+00:00'));
  for (const { read } of calendarReaders) {
    const entries = read?.(feed) ?? [];
    if (read)
      expect(entries.map(({ start, cancelled }) => [start, cancelled])).toEqual(
        starts.map((at) => [at, false]),
      );
  }
  expect(feed).not.toMatch(/Person\d/);
}

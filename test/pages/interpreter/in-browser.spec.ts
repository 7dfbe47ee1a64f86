import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import type { Browser, Page } from 'playwright-core';
import { saveContact } from '../../../src/features/contacts/index.js';
import { InterpreterLinks } from '../../../src/features/links/index.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import {
  axeViolations,
  byKeyboard,
  inWindow,
  launchBrowser,
  lostWithoutColour,
  smallTargets,
  stickingOut,
  tabTo,
} from '../../support/browser.js';
import { anInvitedTalk } from '../../support/newcomer.js';
import { sendLater } from '../../support/notices.js';
import { aTalkToInterpret, offers } from '../../support/offers.js';
import { aSmallWorld, type SmallWorld } from '../../support/world.js';

let test: TestApp;
let world: SmallWorld;
let browser: Browser;

beforeAll(async () => {
  test = await startTestApp();
  world = await aSmallWorld(test.database);
  browser = await launchBrowser();
  await test.database.query(
    `update interpreters set first_name = 'Selam', last_name = 'Tesfay' where id = $1`,
    [world.interpreterId],
  );
  const contact = { email: 'selam@example.org', phone: '079 555 01 02' };
  await saveContact(test.database, 'interpreters', world.interpreterId, contact);
});

afterAll(async () => {
  await browser.close();
  await test.close();
});

const PHONE = { viewport: { width: 360, height: 760 } };
const PAGES = [
  'requests',
  'agenda',
  'worked',
  'availability',
  'availability/exact',
  'absences',
  'busy',
  'profile',
];

async function signIn(page: Page): Promise<void> {
  const links = test.app.get(InterpreterLinks, { strict: false });
  await page.goto(await links.signInLink(world.interpreterId, '/interpreter/agenda'));
  await page.locator('form button').click();
  await page.waitForURL('**/interpreter/agenda');
}

/** Keeps pictures when somebody wants to look at them. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['PICTURES'];
  if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

async function faultsOf(page: Page): Promise<string[]> {
  const found = [
    ...(await axeViolations(page)),
    ...(await stickingOut(page)),
    ...(await smallTargets(page, 44)),
  ];
  const size = page.viewportSize() ?? PHONE.viewport;
  found.push(...(await lostWithoutColour(page)));
  await page.setViewportSize(size);
  return found;
}

describe('the interpreters’ pages on a phone without JavaScript', () => {
  it('lead from the e-mail address to the agenda', async () => {
    await inWindow(browser, { ...PHONE, javaScriptEnabled: false }, async (page) => {
      await page.goto(`${test.url}/interpreter/agenda`);
      await tabTo(page, page.getByLabel('E-Mail-Adresse'));
      await page.keyboard.type('selam@example.org');
      await byKeyboard(page, page.getByRole('button', { name: 'Link schicken' }));
      await page.waitForURL('**/interpreter/sent');
      await sendLater(test, 0);
      const [mail] = test.mailbox.mails.filter(({ recipients }) => recipients.includes('selam@example.org'));
      const link = /http\S+\/interpreter\/in\/[\w-]{43}/.exec(mail?.parsed.text ?? '')?.[0] ?? '';

      await page.goto(link);
      await byKeyboard(page, page.getByRole('button', { name: 'Anmelden' }));

      expect(new URL(page.url()).pathname).toBe('/interpreter/agenda');
    });
  });

  it('take a yes by the keyboard alone, at 320 px', async () => {
    const asking = { interpreterBooking: 'asked' };
    await test.database.query('update offices set policies = policies || $1', [JSON.stringify(asking)]);
    await aTalkToInterpret(test, world);
    await inWindow(
      browser,
      { viewport: { width: 320, height: 640 }, javaScriptEnabled: false },
      async (page) => {
        await signIn(page);
        await byKeyboard(page, page.locator('nav a[href$="/requests"]'));
        await byKeyboard(page, page.locator('main form[action$="/accept"] button').first());
      },
    );

    expect((await offers(test)).map(({ state }) => state)).toContain('accepted');
    await test.database.query('delete from talks');
  });

  it('take a week in boxes, an exact stretch and a further time, which is what planning reads', async () => {
    await inWindow(browser, { ...PHONE, javaScriptEnabled: false }, async (page) => {
      await signIn(page);
      await page.getByRole('link', { name: 'Zeiten' }).click();
      await page.getByLabel('Montag, Vormittag').uncheck();
      await page.getByLabel('Samstag, Vormittag').check();
      await page.getByRole('button', { name: 'Speichern' }).click();
      await page.getByText('Ihre Zeiten sind gespeichert.').waitFor();

      await page.getByLabel('Tag', { exact: true }).fill('2027-01-24');
      await page.getByLabel('von', { exact: true }).fill('10:00');
      await page.getByLabel('bis', { exact: true }).fill('12:30');
      await page.getByRole('button', { name: 'Zeit hinzufügen' }).click();
      await page.getByText('So 24.1. 10:00–12:30').waitFor();

      await page.getByRole('link', { name: 'Genaue Zeiten' }).click();
      await page.locator('#from-7-0').fill('13:15');
      await page.locator('#until-7-0').fill('15:45');
      await page.getByRole('button', { name: 'Speichern' }).click();
      await page.getByText('Sonntag 13:15–15:45').waitFor();
    });
    const hours = await test.database.query<{ line: string }>(
      `select weekday || ' ' || to_char(starts, 'HH24:MI') || '–' || to_char(ends, 'HH24:MI') as line
         from interpreter_hours where interpreter_id = $1 order by weekday, starts`,
      [world.interpreterId],
    );
    expect(hours.map(({ line }) => line)).toEqual([
      '1 12:00–18:00',
      '2 08:00–18:00',
      '3 08:00–18:00',
      '4 08:00–18:00',
      '5 08:00–18:00',
      '6 08:00–12:00',
      '7 13:15–15:45',
    ]);
  });

  it('name the talks that an absence hits before it is saved', async () => {
    await anInvitedTalk(test, world, { startsAt: '2027-02-02T13:00:00Z' });
    await inWindow(browser, { ...PHONE, javaScriptEnabled: false }, async (page) => {
      await signIn(page);
      await page.getByRole('link', { name: 'Abwesend' }).click();
      await page.getByLabel('Erster Tag').fill('2027-02-01');
      await page.getByLabel('Letzter Tag').fill('2027-02-05');
      await page.getByLabel('Notiz').fill('Ferien');
      await page.getByRole('button', { name: 'Speichern' }).click();
      await page.getByText('Di 2.2. 14:00–14:45 · Tigrinya · Musterstadt').waitFor();
      await picture(page, 'absence-check');
      const before = await test.database.query('select from absences where resource_kind = 3');

      await page.getByRole('button', { name: 'Trotzdem speichern' }).click();
      await page.getByText('01.02.2027 – 05.02.2027').waitFor();
      expect(before).toEqual([]);
    });
    const [absence] = await test.database.query<{ during: string }>(
      'select during::text from absences where resource_kind = 3 and resource_id = $1',
      [world.interpreterId],
    );
    expect(absence?.during).toBe('["2027-01-31 23:00:00+00","2027-02-05 23:00:00+00")');
  });

  it('give an address for the calendar, which shows the talks without names until it is taken back', async () => {
    const { talkId } = await anInvitedTalk(test, world, { startsAt: '2027-02-03T13:00:00Z' });
    const other = await anInvitedTalk(test, world, { startsAt: '2027-02-04T13:00:00Z' });
    await test.database.query(`update talks set state = 'cancelled' where id = $1`, [other.talkId]);
    await inWindow(browser, { ...PHONE, javaScriptEnabled: false }, async (page) => {
      await signIn(page);
      await page.getByRole('button', { name: 'Adresse erstellen' }).click();
      const address = await page.getByLabel('Oder kopieren Sie diese Adresse').inputValue();
      await picture(page, 'agenda');
      const first = await fetch(address);
      const text = await first.text();
      const etag = first.headers.get('etag') ?? '';
      const events = ICAL.Component.fromString(text)
        .getAllSubcomponents('vevent')
        .map((event) => new ICAL.Event(event));
      const event = events.find(({ startDate }) => startDate.toJSDate().getUTCDate() === 3);

      expect(first.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
      expect(event?.startDate.toJSDate()).toEqual(new Date('2027-02-03T13:00:00Z'));
      expect(event?.summary).toBe('Dolmetschen Tigrinya');
      expect(events.map(({ component }) => String(component.getFirstPropertyValue('status')))).toContain(
        'CANCELLED',
      );
      expect(text).not.toMatch(/Amina|Musterfrau/);
      for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      const unchanged = await fetch(address, { headers: { 'if-none-match': etag } });
      expect([unchanged.status, await unchanged.text()]).toEqual([304, '']);

      await test.database.query(
        `update talks set starts_at = starts_at + interval '1 hour', revision = revision + 1 where id = $1`,
        [talkId],
      );
      const moved = await fetch(address, { headers: { 'if-none-match': etag } });
      expect([moved.status, (await moved.text()).includes('SEQUENCE:2')]).toEqual([200, true]);

      await page.getByRole('button', { name: 'Neue Adresse erstellen' }).click();
      const second = await page.getByLabel('Oder kopieren Sie diese Adresse').inputValue();
      expect([(await fetch(address)).status, (await fetch(second)).status]).toEqual([410, 200]);
      await page.getByRole('button', { name: 'Adresse löschen' }).click();
      await page.getByText('Die Adresse ist gelöscht.').waitFor();
      expect((await fetch(second)).status).toBe(410);
    });
  });

  it('read their own calendar as busy times', async () => {
    const calendar = [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'BEGIN:VEVENT',
      'UID:private-1',
      'SUMMARY:Zahnarzt Dr. Geheim',
      'DTSTART:20270120T080000Z',
      'DTEND:20270120T100000Z',
      'END:VEVENT',
      'END:VCALENDAR',
    ].join('\r\n');
    const server = http.createServer((_, response) => response.end(calendar));
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/secret.ics`;
    await inWindow(browser, { ...PHONE, javaScriptEnabled: false }, async (page) => {
      await signIn(page);
      await page.goto(`${test.url}/interpreter/busy`);
      await page.getByLabel('Adresse Ihres Kalenders').fill('ftp://example.org');
      await page.getByRole('button', { name: 'Verbinden' }).click();
      await page.getByRole('alert').waitFor();
      await page.getByLabel('Adresse Ihres Kalenders').fill(url);
      await page.getByRole('button', { name: 'Verbinden' }).click();
      await page.getByText('Verbunden, 1 besetzte Zeit').waitFor();
      await picture(page, 'busy');
    });
    server.close();
    const [stored] = await test.database.query<{ text: string }>(
      `select (f.*)::text || string_agg((b.*)::text, '') as text
         from busy_feeds f join busy_times b on b.feed_id = f.id group by f.*`,
    );
    expect(stored?.text).toContain('2027-01-20 08:00');
    expect(stored?.text).not.toMatch(/Geheim|secret/);
  });

  it('save a profile, and sign every device out', async () => {
    await inWindow(browser, { ...PHONE, javaScriptEnabled: false }, async (other) => {
      await signIn(other);
      await inWindow(browser, { ...PHONE, javaScriptEnabled: false }, async (page) => {
        await signIn(page);
        await page.getByRole('link', { name: 'Profil' }).click();
        await page.getByLabel('Telefon', { exact: true }).fill('+41 79 555 01 03');
        await page.getByLabel('am Telefon').check();
        await page.getByLabel('English').check();
        await page.getByRole('button', { name: 'Speichern' }).click();
        await page.getByText('Your profile is saved.').waitFor({ timeout: 5000 });
        await page.getByLabel('Deutsch').check();
        await page.getByRole('button', { name: 'Save' }).click();
        await page.getByRole('button', { name: 'Auf allen Geräten abmelden' }).click();
        await page.waitForURL('**/interpreter', { timeout: 5000 });
      });
      await other.goto(`${test.url}/interpreter/profile`);
      expect(new URL(other.url()).pathname).toBe('/interpreter');
    });
  });
});

describe('the interpreters’ pages', () => {
  it.each([
    ['de', 360],
    ['de', 1280],
    ['ar', 360],
    ['ta', 360],
    ...(process.env['PICTURES'] === undefined
      ? []
      : ([
          ['ar', 1280],
          ['ta', 1280],
        ] as const)),
  ] as const)('have no fault that axe or a ruler finds in %s at %d px', async (locale, width) => {
    const options = { viewport: { width, height: 800 }, locale };
    await inWindow(browser, options, async (page) => {
      const faults: Record<string, string[]> = {};
      await page.goto(`${test.url}/interpreter`);
      faults['sign-in'] = await faultsOf(page);
      await picture(page, `sign-in-${locale}-${width}`);
      await signIn(page);
      await test.database.query('update interpreters set locale = $2 where id = $1', [
        world.interpreterId,
        locale,
      ]);
      for (const path of PAGES) {
        await page.goto(`${test.url}/interpreter/${path}`);
        expect(await page.locator('html').getAttribute('dir')).toBe(locale === 'ar' ? 'rtl' : 'ltr');
        faults[path] = await faultsOf(page);
        await picture(page, `${path.replace('/', '-')}-${locale}-${width}`);
      }
      await test.database.query(`update interpreters set locale = 'de'`);
      expect(Object.entries(faults).filter(([, found]) => found.length > 0)).toEqual([]);
    });
  });

  it('weigh little: HTML and two style sheets, no script', async () => {
    await inWindow(browser, PHONE, async (page) => {
      await signIn(page);
      const requests: string[] = [];
      page.on('request', (request) => requests.push(request.url().replace(test.url, '')));
      await page.goto(`${test.url}/interpreter/availability`);

      expect(requests).toEqual([
        '/interpreter/availability',
        '/assets/newcomer.css',
        '/assets/interpreter.css',
      ]);
    });
  });
});

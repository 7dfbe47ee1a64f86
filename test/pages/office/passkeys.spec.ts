import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { startTestApp, type TestApp } from '../../support/app.js';
import { launchBrowser } from '../../support/browser.js';
import { anOffice, aStaffUser, PASSWORD, signedIn, StaffBrowser } from '../../support/office.js';

jest.setTimeout(60_000);

let test: TestApp;
let browser: Browser;
let context: BrowserContext;
let page: Page;
const violations: string[] = [];

beforeAll(async () => {
  test = await startTestApp(undefined, { host: 'localhost' });
  await aStaffUser(test, await anOffice(test));
  browser = await launchBrowser();
  context = await browser.newContext({ locale: 'de-CH' });
  page = await context.newPage();
  page.on('console', (message) => violations.push(message.text()));
  const device = await context.newCDPSession(page);
  await device.send('WebAuthn.enable');
  await device.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
});

afterAll(async () => {
  await browser.close();
  await test.close();
});

async function typePassword(): Promise<void> {
  await page.goto(`${test.url}/office/login`);
  await page.fill('#email', 'c.test@example.ch');
  await page.fill('#password', PASSWORD);
  await page.click('form:not([data-passkey]) button[type=submit]');
}

describe('a passkey', () => {
  it('is added in two clicks, and signs in without a password afterwards', async () => {
    await typePassword();
    await page.goto(`${test.url}/office/account`);
    await page.fill('form[data-passkey=add] input[name=name]', 'Mein Laptop');
    await page.click('form[data-passkey=add] button');
    await page.getByText('Mein Laptop, noch nie gebraucht').waitFor();
    await context.clearCookies();
    await page.goto(`${test.url}/office/login?next=/office/account`);
    await page.click('form[data-passkey=use] button');
    await page.getByText('Mein Laptop, zuletzt gebraucht').waitFor();

    expect(violations).toEqual([]);
    const recorded = await test.database.query<{ action: string }>(
      `select action from audit_entries where action like 'passkey%'`,
    );
    expect(recorded).toEqual([{ action: 'passkey-added' }]);
  });

  it('is a second factor: the password alone opens nothing any more', async () => {
    const stranger = new StaffBrowser(test.url);
    const answer = await stranger.signIn('c.test@example.ch', PASSWORD);

    expect(answer.headers.get('location')).toMatch(/^\/office\/login\/code/);
    expect(stranger.cookies.has('staff')).toBe(false);
    await context.clearCookies();
    await typePassword();
    await page.click('form[data-passkey=use] button');
    await page.waitForURL('**/office/today');
  });

  it('answers each challenge once, in the browser that asked for it, for five minutes, and for nobody else', async () => {
    await context.clearCookies();
    await page.goto(`${test.url}/office/login`);
    let sent = '';
    await page.route('**/office/login/passkey', (route) => {
      sent = route.request().postData() ?? '';
      return route.fulfill({ status: 200, body: 'kept back' });
    });
    await page.click('form[data-passkey=use] button');
    await page.getByText('kept back').waitFor();
    const fields = Object.fromEntries(new URLSearchParams(sent));
    const challenge = (await context.cookies()).find(({ name }) => name === 'staff-challenge')?.value ?? '';
    const tryWith = async (cookie: string, change: Record<string, string> = {}): Promise<string | null> => {
      const other = new StaffBrowser(test.url);
      other.cookies.set('staff-challenge', cookie);
      return (await other.postRaw('/office/login/passkey', { ...fields, ...change })).headers.get('location');
    };
    const refused = '/office/login?problem=passkey';
    const fresh = new StaffBrowser(test.url);
    await fresh.postRaw('/office/login/passkey/options', {});

    expect(await tryWith('')).toBe(refused);
    expect(await tryWith(fresh.cookies.get('staff-challenge') ?? '')).toBe(refused);
    expect(await tryWith(challenge, { credential: 'nonsense' })).toBe(refused);
    const forged = JSON.parse(fields['credential'] ?? '{}') as { response: { signature: string } };
    forged.response.signature = forged.response.signature.replace(/^..../, 'AAAA');
    expect(await tryWith(challenge, { credential: JSON.stringify(forged) })).toBe(refused);
    test.clock.moveTo(new Date(test.clock.now().getTime() + 301_000));
    expect(await tryWith(challenge)).toBe(refused);
    test.clock.moveTo(new Date(test.clock.now().getTime() - 301_000));
    expect(await tryWith(challenge)).toBe('/office');
    expect(await tryWith(challenge)).toBe(refused);
    await page.unroute('**/office/login/passkey');
  });

  it('is removed by its owner only', async () => {
    await test.database.query(`delete from rate_limits`);
    await aStaffUser(test, 1, { email: 'eve@example.ch' });
    const [passkey] = await test.database.query<{ id: number }>('select id from staff_passkeys');
    const eve = await signedIn(test, 'eve@example.ch');
    await eve.post(`/office/account/passkeys/${passkey!.id}/remove`, {});
    expect(await test.database.query('select from staff_passkeys')).toHaveLength(1);

    await context.clearCookies();
    await page.goto(`${test.url}/office/login?next=/office/account`);
    await page.click('form[data-passkey=use] button');
    await page.click(`form[action="/office/account/passkeys/${passkey!.id}/remove"] button`);
    await page.waitForURL('**/office/account');

    expect(await test.database.query('select from staff_passkeys')).toHaveLength(0);
  });
});

describe('a page with a secret in its address', () => {
  it('tells no other site where a click came from', async () => {
    const heard: (string | undefined)[] = [];
    const other = http.createServer((request, response) => {
      heard.push(request.headers.referer);
      response.end('there');
    });
    await new Promise<void>((ready) => other.listen(0, '127.0.0.1', ready));
    await page.goto(`${test.url}/t/${'A'.repeat(43)}`);
    await page.evaluate(
      (port) => {
        const link = document.createElement('a');
        link.href = `http://127.0.0.1:${port}/`;
        link.textContent = 'away';
        document.body.append(link);
      },
      (other.address() as AddressInfo).port,
    );
    await page.click('text=away');
    await page.getByText('there').waitFor();
    other.closeAllConnections();
    await new Promise((done) => other.close(done));

    expect(heard[0]).toBeUndefined();
    expect(heard.length).toBeGreaterThan(0);
  });
});

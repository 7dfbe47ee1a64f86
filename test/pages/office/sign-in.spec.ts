import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import { MONDAY, startTestApp, type TestApp } from '../../support/app.js';
import { anOffice, aStaffUser, PASSWORD, signedIn, StaffBrowser } from '../../support/office.js';

const MINUTE = 60_000;

describe('signing in to the office', () => {
  let test: TestApp;
  let office: number;

  beforeAll(async () => {
    test = await startTestApp();
    office = await anOffice(test);
    await aStaffUser(test, office);
    await aStaffUser(test, office, { email: 'report@example.ch', role: 'reporting' });
    await aStaffUser(test, office, { email: 'eve@example.ch' });
  });

  beforeEach(async () => {
    test.clock.moveTo(MONDAY);
    await test.database.query('delete from rate_limits');
    await test.database.query('delete from staff_sessions');
  });

  afterAll(() => test.close());

  it('is asked for on every page, and leads back to the page', async () => {
    const browser = new StaffBrowser(test.url);

    const refused = await browser.get('/office/today?of=2027-01-11');
    expect(refused.status).toBe(303);
    const loginPage = refused.headers.get('location') ?? '';
    const next = load(await browser.page(loginPage))('input[name=next]').val();
    const answer = await browser.postRaw('/office/login', {
      email: 'C.Test@Example.ch',
      password: PASSWORD,
      next: String(next),
    });

    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/office/today?of=2027-01-11');
  });

  it('leads from the bare address to the office', async () => {
    const answer = await new StaffBrowser(test.url).get('/');

    expect(answer.headers.get('location')).toBe('/office');
  });

  it('refuses a wrong password with a linked message and keeps the address', async () => {
    const browser = new StaffBrowser(test.url);

    const answer = await browser.signIn('c.test@example.ch', 'wrong');
    const $ = load(await answer.text());

    expect(answer.status).toBe(422);
    expect($('title').text()).toBe('Fehler: Anmelden');
    expect($('.error-summary a').attr('href')).toBe('#email');
    expect($('#email').val()).toBe('c.test@example.ch');
    expect($('#email').attr('aria-describedby')).toContain('email-error');
    expect(browser.cookies.has('staff')).toBe(false);
  });

  it('answers an unknown account with the same words as a wrong password', async () => {
    const text = async (email: string): Promise<string> => {
      const answer = await new StaffBrowser(test.url).signIn(email, 'wrong');
      return load(await answer.text())('.error-summary').text();
    };

    expect(await text('nobody@example.ch')).toBe(await text('c.test@example.ch'));
  });

  it('asks for what is missing', async () => {
    const answer = await new StaffBrowser(test.url).signIn('', '');

    expect(answer.status).toBe(422);
    expect(load(await answer.text())('.error-summary li')).toHaveLength(2);
  });

  it('keeps the session only as a hash, in a cookie that scripts cannot read', async () => {
    const browser = new StaffBrowser(test.url);

    const answer = await browser.signIn('c.test@example.ch', PASSWORD);
    const line = answer.headers.getSetCookie().find((cookie) => cookie.startsWith('staff='));
    const rows = await test.database.query<{ id: string }>(
      `select encode(id_hash, 'escape') as id from staff_sessions`,
    );

    expect(line).toMatch(/HttpOnly/);
    expect(line).toMatch(/SameSite=Lax/);
    expect(rows).toHaveLength(1);
    expect(rows[0]?.id).not.toContain(browser.cookies.get('staff'));
  });

  it('gives a new session at every sign-in', async () => {
    const browser = await signedIn(test);
    const first = browser.cookies.get('staff');

    await browser.signIn('c.test@example.ch', PASSWORD);

    expect(browser.cookies.get('staff')).not.toBe(first);
  });

  it('ends after 30 minutes without a click', async () => {
    const browser = await signedIn(test);

    test.clock.moveTo(new Date(MONDAY.getTime() + 29 * MINUTE));
    expect((await browser.get('/office')).headers.get('location')).toBe('/office/today');
    test.clock.moveTo(new Date(MONDAY.getTime() + 58 * MINUTE));
    expect((await browser.get('/office')).headers.get('location')).toBe('/office/today');
    test.clock.moveTo(new Date(MONDAY.getTime() + 89 * MINUTE));
    expect((await browser.get('/office')).headers.get('location')).toContain('/office/login');
  });

  it('ends after ten hours whatever happens', async () => {
    const browser = await signedIn(test);

    for (let minutes = 25; minutes < 600; minutes += 25) {
      test.clock.moveTo(new Date(MONDAY.getTime() + minutes * MINUTE));
      expect((await browser.get('/office')).headers.get('location')).toBe('/office/today');
    }
    test.clock.moveTo(new Date(MONDAY.getTime() + 601 * MINUTE));

    expect((await browser.get('/office')).headers.get('location')).toContain('/office/login');
  });

  it('ends at once when the account is switched off', async () => {
    const browser = await signedIn(test, 'eve@example.ch');
    await test.database.query(`update staff_users set active = false where email = 'eve@example.ch'`);

    const answer = await browser.get('/office');

    await test.database.query(`update staff_users set active = true where email = 'eve@example.ch'`);
    expect(answer.headers.get('location')).toContain('/office/login');
  });

  it('is over for good after signing out, also for whoever kept the cookie', async () => {
    const browser = await signedIn(test);
    const thief = new StaffBrowser(test.url);
    thief.cookies.set('staff', browser.cookies.get('staff') ?? '');
    expect((await thief.get('/office')).headers.get('location')).toBe('/office/today');

    await browser.post('/office/logout', {});

    expect((await thief.get('/office')).headers.get('location')).toContain('/office/login');
    expect(browser.cookies.has('staff')).toBe(false);
  });
});

describe('the limit of attempts', () => {
  let test: TestApp;

  beforeAll(async () => {
    test = await startTestApp();
    await aStaffUser(test, await anOffice(test));
  });

  beforeEach(() => test.database.query('delete from rate_limits'));

  afterAll(() => test.close());

  it('stops guessing after five wrong passwords, the right one included', async () => {
    const attacker = new StaffBrowser(test.url);
    const answers: number[] = [];

    for (let attempt = 0; attempt < 6; attempt += 1) {
      answers.push((await attacker.signIn('c.test@example.ch', `wrong ${attempt}`)).status);
    }

    expect(answers).toEqual([422, 422, 422, 422, 422, 429]);
    expect((await attacker.signIn('c.test@example.ch', PASSWORD)).status).toBe(429);
  });

  it('does not lock out the person whose browser is known', async () => {
    const victim = await signedIn(test);
    const attacker = new StaffBrowser(test.url);
    for (let attempt = 0; attempt < 8; attempt += 1) await attacker.signIn('c.test@example.ch', 'wrong');

    const answer = await victim.signIn('c.test@example.ch', PASSWORD);

    expect(answer.status).toBe(303);
  });

  it('forgets the attempts of those who know their password', async () => {
    const browser = new StaffBrowser(test.url);

    for (let round = 0; round < 12; round += 1) {
      expect((await browser.signIn('c.test@example.ch', PASSWORD)).status).toBe(303);
    }
  });
});

describe('forms of the office', () => {
  let test: TestApp;

  beforeAll(async () => {
    test = await startTestApp();
    const office = await anOffice(test);
    await aStaffUser(test, office);
    await aStaffUser(test, office, { email: 'report@example.ch', role: 'reporting' });
  });

  afterAll(() => test.close());

  it('are refused without the token of the session', async () => {
    const browser = await signedIn(test);

    const without = await browser.postRaw('/office/logout', {});
    const wrong = await browser.postRaw('/office/logout', { csrf: 'x'.repeat(43) });

    expect([without.status, wrong.status]).toEqual([403, 403]);
    expect((await browser.get('/office')).headers.get('location')).toBe('/office/today');
  });

  it.each([
    ['a foreign site', { 'sec-fetch-site': 'cross-site' }],
    ['a neighbour of the site', { 'sec-fetch-site': 'same-site' }],
    ['an old browser on a foreign page', { origin: 'https://evil.example' }],
  ])('are refused from %s', async (_, headers) => {
    const answer = await fetch(`${test.url}/office/login`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' } as Record<string, string>,
      body: 'email=c.test%40example.ch&password=correct+horse+battery+staple',
      redirect: 'manual',
    });

    expect(answer.status).toBe(403);
  });

  it('change the language of the pages', async () => {
    const browser = await signedIn(test, 'report@example.ch');

    const answer = await browser.post('/office/language', { locale: 'fr', next: '/office' });

    expect(answer.headers.get('location')).toBe('/office');
    expect(load(await browser.page('/office'))('html').attr('lang')).toBe('fr');
  });

  it('show a role without personal data its reports, and no way anywhere else', async () => {
    const browser = await signedIn(test, 'report@example.ch');

    const $ = load(await browser.page('/office'));

    expect(
      $('nav a')
        .map((_, link) => $(link).attr('href'))
        .get(),
    ).toEqual(['/office/reports']);
    expect($('search')).toHaveLength(0);
  });
});

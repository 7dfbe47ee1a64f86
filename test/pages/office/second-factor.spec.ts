import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import { generateSync } from 'otplib';
import { SignIn } from '../../../src/features/staff/index.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { htmlFaults } from '../../support/html-faults.js';
import { anOffice, aStaffUser, PASSWORD, signedIn, StaffBrowser } from '../../support/office.js';

let test: TestApp;
let office: number;
let users = 0;

beforeAll(async () => {
  test = await startTestApp();
  office = await anOffice(test);
});

beforeEach(() => test.database.query('delete from rate_limits'));

afterAll(() => test.close());

const PATH = '/office/account/second-factor';

async function somebody(): Promise<string> {
  users += 1;
  const { email } = await aStaffUser(test, office, { email: `user${users}@example.ch` });
  return email;
}

/** The code that an app shows at the hour of the test; each call is half a minute later. */
function nextCode(secret: string): string {
  test.clock.moveTo(new Date(test.clock.now().getTime() + 30_000));
  return generateSync({ secret, epoch: Math.floor(test.clock.now().getTime() / 1000) });
}

/** Sets a second factor up, as the page says. */
async function enrolled(browser: StaffBrowser): Promise<{ secret: string; recoveryCodes: string[] }> {
  const secret = load(await browser.page(PATH))('main code')
    .text()
    .replaceAll(' ', '');
  const answer = await browser.post(PATH, { code: nextCode(secret) });
  const recoveryCodes = load(await answer.text())('main li code')
    .map((_, code) => load(code).text())
    .get();
  return { secret, recoveryCodes };
}

/** A new browser that gave the right password. */
async function withPassword(email: string): Promise<StaffBrowser> {
  const browser = new StaffBrowser(test.url);
  expect((await browser.signIn(email, PASSWORD)).headers.get('location')).toMatch(/^\/office\/login\/code/);
  return browser;
}

const isIn = async (browser: StaffBrowser): Promise<boolean> =>
  (await browser.get('/office')).headers.get('location') === '/office/today';

describe('a second factor', () => {
  it('is asked for after the password, which alone opens nothing', async () => {
    const email = await somebody();
    const { secret, recoveryCodes } = await enrolled(await signedIn(test, email));
    expect(new Set(recoveryCodes).size).toBe(10);

    const browser = await withPassword(email);
    expect(await isIn(browser)).toBe(false);
    expect((await browser.postRaw('/office/login/code', { code: '000000' })).status).toBe(422);
    expect(
      (
        await browser.postRaw('/office/login/code', { code: nextCode(secret), next: '/office/week' })
      ).headers.get('location'),
    ).toBe('/office/week');
    expect(await isIn(browser)).toBe(true);
  });

  it('takes each code once', async () => {
    const email = await somebody();
    const { secret } = await enrolled(await signedIn(test, email));
    const code = nextCode(secret);
    const [first, second] = [await withPassword(email), await withPassword(email)];

    const answers = await Promise.all(
      [first, second].map((each) => each.postRaw('/office/login/code', { code })),
    );

    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422]);
  });

  it('can be replaced by each recovery code once', async () => {
    const email = await somebody();
    const { recoveryCodes } = await enrolled(await signedIn(test, email));
    const code = recoveryCodes[3]!.toLowerCase().replace('-', ' ');

    const first = await withPassword(email);
    await first.postRaw('/office/login/code', { code });
    const second = await withPassword(email);
    await second.postRaw('/office/login/code', { code });

    expect([await isIn(first), await isIn(second)]).toEqual([true, false]);
  });

  it('has to follow the password within five minutes', async () => {
    const email = await somebody();
    const { secret } = await enrolled(await signedIn(test, email));
    const browser = await withPassword(email);

    test.clock.moveTo(new Date(test.clock.now().getTime() + 5 * 60_000));
    const answer = await browser.postRaw('/office/login/code', { code: nextCode(secret) });

    expect(answer.headers.get('location')).toMatch(/^\/office\/login\?/);
    expect(await isIn(browser)).toBe(false);
  });

  it('cannot be guessed', async () => {
    const email = await somebody();
    const { secret } = await enrolled(await signedIn(test, email));
    const browser = await withPassword(email);

    const statuses: number[] = [];
    for (let tries = 0; tries < 6; tries += 1) {
      statuses.push((await browser.postRaw('/office/login/code', { code: `00000${tries}` })).status);
    }

    expect(statuses).toEqual([422, 422, 422, 422, 422, 429]);
    expect((await browser.postRaw('/office/login/code', { code: nextCode(secret) })).status).toBe(429);
  });

  it('is switched off by a code only', async () => {
    const email = await somebody();
    const browser = await signedIn(test, email);
    const { secret } = await enrolled(browser);

    expect((await browser.post(`${PATH}/remove`, { code: '123456' })).status).toBe(422);
    expect((await browser.post(`${PATH}/remove`, { code: nextCode(secret) })).status).toBe(303);
    expect(await isIn(await signedIn(test, email))).toBe(true);
  });

  it('lets its owner in while somebody guesses the password from everywhere', async () => {
    const [guarded, plain] = [await somebody(), await somebody()];
    await enrolled(await signedIn(test, guarded));
    await test.database.query('delete from rate_limits');
    const guess = { password: 'wrong', deviceMark: undefined, browser: '' };
    for (let network = 0; network < 21; network += 1) {
      for (const email of [guarded, plain]) {
        await test.app.get(SignIn, { strict: false }).run({ ...guess, email, ip: `10.0.0.${network}` });
      }
    }

    await withPassword(guarded);
    expect((await new StaffBrowser(test.url).signIn(plain, PASSWORD)).status).toBe(429);
  });

  it('opens nothing before it is there, where the office asks for it', async () => {
    const email = await somebody();
    const browser = await signedIn(test, email);
    await test.database.query(
      `update offices set policies = '{"secondFactorRequired": true}' where id = $1`,
      [office],
    );
    try {
      for (const path of ['/office', '/office/today', '/office/week']) {
        expect((await browser.get(path)).headers.get('location')).toBe(PATH);
      }
      await enrolled(browser);
      expect(await isIn(browser)).toBe(true);
    } finally {
      await test.database.query(`update offices set policies = '{}' where id = $1`, [office]);
    }
  });

  it('has pages without a fault', async () => {
    const browser = await signedIn(test, await somebody());

    for (const path of [PATH, '/office/account', '/office/login/code']) {
      expect(await htmlFaults(await browser.page(path))).toEqual([]);
    }
  });
});

describe('the list of sign-ins', () => {
  it('shows every browser of the person, and ends one or all others', async () => {
    const email = await somebody();
    const [here, lost, third] = [
      await signedIn(test, email),
      await signedIn(test, email),
      await signedIn(test, email),
    ];
    const stranger = await signedIn(test, await somebody());

    const ends = load(await here.page('/office/account'))('form[action*="/sessions/"]')
      .map((_, form) => form.attribs['action'])
      .get();
    expect(ends).toHaveLength(2);
    await stranger.post(ends[1]!, {});
    expect(await isIn(lost)).toBe(true);
    // the newest first: the last line is the one before the other
    await here.post(ends[1]!, {});
    expect([await isIn(here), await isIn(lost), await isIn(third)]).toEqual([true, false, true]);

    await here.post('/office/account/end-others', {});
    expect([await isIn(here), await isIn(third), await isIn(stranger)]).toEqual([true, false, true]);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import { generateSync } from 'otplib';
import { OpenEmergencyAccount, SignIn } from '../../../src/features/staff/index.js';
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

describe('an account that is given back', () => {
  const administrator = async (): Promise<{ browser: StaffBrowser; id: number }> => {
    users += 1;
    const email = `admin${users}@example.ch`;
    const { id } = await aStaffUser(test, office, { email, role: 'administrator' });
    return { browser: await signedIn(test, email), id };
  };
  const approvals = async (browser: StaffBrowser): Promise<string[]> =>
    load(await browser.page('/office/recoveries'))('form[action$="/approve"]')
      .map((_, form) => form.attribs['action'])
      .get();

  it('needs two others, closes every way in, and both are in the audit', async () => {
    const email = await somebody();
    const lost = await signedIn(test, email);
    await enrolled(lost);
    const [user] = await test.database.query<{ id: number }>('select id from staff_users where email = $1', [
      email,
    ]);
    const [asker, approver] = [await administrator(), await administrator()];

    await asker.browser.post('/office/recoveries', { account: String(user!.id), reason: 'Telefon verloren' });
    expect(await approvals(asker.browser)).toEqual([]);
    const [approve] = await approvals(approver.browser);
    // the page offers it to nobody else, and the database refuses it
    expect((await asker.browser.post(approve!, {})).status).toBe(403);
    expect((await (await withPassword(email)).get('/office')).status).toBe(303);
    const answer = load(await (await approver.browser.post(approve!, {})).text());
    const password = answer('.password code').text();

    expect(await isIn(lost)).toBe(false);
    const browser = new StaffBrowser(test.url);
    expect((await browser.signIn(email, PASSWORD)).status).toBe(422);
    await browser.signIn(email, password);
    expect(await isIn(browser)).toBe(true);
    expect((await approver.browser.post(approve!, {})).status).toBe(404);
    const recorded = await test.database.query<{ actor: string; action: string }>(
      `select actor, action from audit_entries where subject_kind = 'account' and subject_id = $1 order by id`,
      [String(user!.id)],
    );
    expect(recorded).toEqual([
      { actor: `staff:${asker.id}`, action: 'recovery-asked' },
      { actor: `staff:${approver.id}`, action: 'recovery-approved' },
    ]);
  });

  it('is not asked for by its owner, not approved by its owner, and not after a day', async () => {
    const [one, two, three] = [await administrator(), await administrator(), await administrator()];

    const own = { account: String(one.id), reason: 'x' };
    expect((await one.browser.post('/office/recoveries', own)).status).toBe(403);
    expect(
      (await two.browser.post('/office/recoveries', { account: String(one.id), reason: ' ' })).status,
    ).toBe(422);
    await two.browser.post('/office/recoveries', own);
    const [approve] = await approvals(three.browser);
    expect((await one.browser.post(approve!, {})).status).toBe(403);
    await test.database.query(`update staff_recoveries set asked_at = asked_at - interval '25 hours'`);

    expect(await approvals(three.browser)).toEqual([]);
    expect((await three.browser.post(approve!, {})).status).toBe(404);
  });
});

describe('an emergency account', () => {
  it('opens everything of the office, ends by itself, and is seen by auditors and by who watches', async () => {
    const emergency = { officeId: office, email: 'notfall@example.ch', reason: 'Alle krank', minutes: 20 };
    const figure = async (): Promise<string | undefined> =>
      /^welcome_talks_emergency_accounts\{office="musterland"\} (\d)/m.exec(
        await (await fetch(`${test.url}/metrics`)).text(),
      )?.[1];
    expect(await figure()).toBe('0');
    const { password } = await test.app.get(OpenEmergencyAccount, { strict: false }).run(emergency);
    const browser = new StaffBrowser(test.url);
    await browser.signIn('notfall@example.ch', password);

    expect((await browser.get('/office/settings')).status).toBe(200);
    expect(await figure()).toBe('1');
    const [entry] = await test.database.query<{ detail: { reason: string } }>(
      `select detail from audit_entries where action = 'emergency-account-opened'`,
    );
    expect(entry?.detail.reason).toBe('Alle krank');
    test.clock.moveTo(new Date(test.clock.now().getTime() + 20 * 60_000));
    expect((await browser.get('/office/settings')).headers.get('location')).toContain('/office/login');
    expect((await new StaffBrowser(test.url).signIn('notfall@example.ch', password)).status).toBe(422);
    expect(await figure()).toBe('0');
  });
});

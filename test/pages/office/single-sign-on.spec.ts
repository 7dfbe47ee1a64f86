import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import { base64url, generateKeyPair, SignJWT } from 'jose';
import { createHmac } from 'node:crypto';
import { defaultAccess } from '../../../src/platform/config/access-config.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { CLIENT, startProvider, type Tamper, type TestProvider } from '../../support/identity-provider.js';
import { anOffice, aStaffUser, signedIn, StaffBrowser } from '../../support/office.js';

describe('signing in by the identity provider of the office', () => {
  let test: TestApp;
  let provider: TestProvider;
  const honest: Tamper = ({ original }) => original;

  beforeAll(async () => {
    // any name of this machine will do: the provider only writes it down
    const publicUrl = 'http://localhost:9';
    provider = await startProvider(`${publicUrl}/office/login/provider/callback`);
    const { issuer } = provider;
    const known = { issuer, clientId: CLIENT.id, clientSecret: CLIENT.secret, name: 'Kantonskonto' };
    const settings = { publicUrl, access: { ...defaultAccess, provider: known } };
    test = await startTestApp(undefined, { settings });
    const office = await anOffice(test);
    await aStaffUser(test, office);
    await aStaffUser(test, office, { email: 'eve@example.ch', name: 'Eve' });
    await bindAs(await signedIn(test), 'claudia');
  });

  beforeEach(() => {
    provider.subject = 'claudia';
    provider.tamper = honest;
  });

  afterAll(async () => {
    await provider.close();
    await test.close();
  });

  /** Binds the account of whoever is signed in to a subject of the provider. */
  async function bindAs(browser: StaffBrowser, subject: string): Promise<Response> {
    provider.subject = subject;
    const page = load(await (await browser.post('/office/account/identity', {})).text());
    const back = await provider.visit(page('main a.button-primary').attr('href') ?? '');
    return browser.get(back.pathname + back.search);
  }

  /** From the sign-in page to the provider: where it sends the browser back to. */
  async function wayBack(browser: StaffBrowser): Promise<URL> {
    const leaving = await browser.get('/office/login/provider?next=/office/audit');
    return provider.visit(leaving.headers.get('location') ?? '');
  }

  async function signInWith(browser: StaffBrowser): Promise<string | null> {
    const back = await wayBack(browser);
    return (await browser.get(back.pathname + back.search)).headers.get('location');
  }

  it('is offered on the page, and leads to where one wanted to go', async () => {
    const browser = new StaffBrowser(test.url);
    const $ = load(await browser.page('/office/login?next=/office/audit'));

    expect($('main a.button').text()).toBe('Mit Kantonskonto anmelden');
    expect(await signInWith(browser)).toBe('/office/audit');
    expect((await browser.get('/office')).headers.get('location')).toBe('/office/today');
  });

  it('asks with PKCE, a state and a nonce, each new every time', async () => {
    const asked = async (): Promise<URLSearchParams> => {
      const answer = await new StaffBrowser(test.url).get('/office/login/provider');
      return new URL(answer.headers.get('location') ?? '').searchParams;
    };
    const [one, two] = [await asked(), await asked()];

    expect(one.get('code_challenge_method')).toBe('S256');
    expect(one.get('scope')).toBe('openid');
    for (const name of ['state', 'nonce', 'code_challenge']) {
      expect(one.get(name)?.length).toBeGreaterThanOrEqual(43);
      expect(one.get(name)).not.toBe(two.get(name));
    }
  });

  it('opens no account that nobody bound, whatever its e-mail address is', async () => {
    provider.subject = 'eve@example.ch';
    const browser = new StaffBrowser(test.url);

    expect(await signInWith(browser)).toBe('/office/login?problem=unbound');
    expect(load(await browser.page('/office/login?problem=unbound'))('.error-summary').text()).toContain(
      'kein Konto',
    );
    expect(browser.cookies.has('staff')).toBe(false);
  });

  it('binds an identity to one account only, and only for whoever began it', async () => {
    const eve = await signedIn(test, 'eve@example.ch');

    expect((await bindAs(eve, 'claudia')).status).toBe(409);
    provider.subject = 'evil';
    const page = load(await (await eve.post('/office/account/identity', {})).text());
    const back = await provider.visit(page('main a.button-primary').attr('href') ?? '');
    const claudia = await signedIn(test);
    claudia.cookies.set('staff-journey', eve.cookies.get('staff-journey') ?? '');

    expect((await claudia.get(back.pathname + back.search)).headers.get('location')).toBe(
      '/office/login?problem=refused',
    );
  });

  it('answers for the second factor that the office asks for', async () => {
    await test.database.query(`update offices set policies = policies || '{"secondFactorRequired": true}'`);
    const byProvider = new StaffBrowser(test.url);
    await signInWith(byProvider);
    const byPassword = await signedIn(test);
    const [one, two] = [await byProvider.get('/office/today'), await byPassword.get('/office/today')];
    await test.database.query(`update offices set policies = policies - 'secondFactorRequired'`);

    expect(one.status).toBe(200);
    expect(two.headers.get('location')).toBe('/office/account/second-factor');
  });

  const seconds = (): number => Math.floor(Date.now() / 1000);
  const wrongTokens: readonly (readonly [string, Tamper])[] = [
    [
      'that is not signed at all',
      ({ claims }) => `${base64url.encode('{"alg":"none"}')}.${base64url.encode(JSON.stringify(claims))}.`,
    ],
    ['of another issuer', ({ claims, sign }) => sign({ ...claims, iss: 'https://evil.example' })],
    ['for another client', ({ claims, sign }) => sign({ ...claims, aud: 'another' })],
    [
      'for us and another, made for the other',
      ({ claims, sign }) => sign({ ...claims, aud: [CLIENT.id, 'another'], azp: 'another' }),
    ],
    ['for us alone, made for another', ({ claims, sign }) => sign({ ...claims, azp: 'another' })],
    [
      'that has expired',
      ({ claims, sign }) => sign({ ...claims, iat: seconds() - 7200, exp: seconds() - 3600 }),
    ],
    [
      'of the future',
      ({ claims, sign }) => sign({ ...claims, iat: seconds() + 3600, exp: seconds() + 7200 }),
    ],
    ['that is not valid yet', ({ claims, sign }) => sign({ ...claims, nbf: seconds() + 3600 })],
    ['with another nonce', ({ claims, sign }) => sign({ ...claims, nonce: 'x'.repeat(43) })],
    ['without a nonce', ({ claims, sign }) => sign({ ...claims, nonce: undefined })],
    ['without a subject', ({ claims, sign }) => sign({ ...claims, sub: undefined })],
    [
      'signed with another key',
      async ({ claims }) => {
        const { privateKey } = await generateKeyPair('RS256');
        return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'first' }).sign(privateKey);
      },
    ],
    [
      'signed with the public key as if it were a secret',
      ({ claims, publicPem }) => {
        const text = [{ alg: 'HS256', kid: 'first' }, claims]
          .map((part) => base64url.encode(JSON.stringify(part)))
          .join('.');
        return `${text}.${createHmac('sha256', publicPem).update(text).digest('base64url')}`;
      },
    ],
    [
      'signed with the secret of the client',
      ({ claims }) =>
        new SignJWT(claims)
          .setProtectedHeader({ alg: 'HS256' })
          .sign(new TextEncoder().encode(CLIENT.secret)),
    ],
    [
      'changed after it was signed',
      ({ original, claims }) => {
        const [head, , seal] = original.split('.');
        return `${head}.${base64url.encode(JSON.stringify({ ...claims, extra: 'claim' }))}.${seal}`;
      },
    ],
    ['that is none', () => 'nonsense'],
  ];

  it.each(wrongTokens)('refuses a token %s', async (_, tamper) => {
    provider.tamper = tamper;
    const browser = new StaffBrowser(test.url);

    expect(await signInWith(browser)).toBe('/office/login?problem=refused');
    expect(browser.cookies.has('staff')).toBe(false);
  });

  it.each<readonly [string, (back: URL) => void]>([
    [
      'another state',
      (back) => {
        back.searchParams.set('state', 'x'.repeat(43));
      },
    ],
    [
      'no state',
      (back) => {
        back.searchParams.delete('state');
      },
    ],
    [
      'a word of another provider',
      (back) => {
        back.searchParams.set('iss', 'https://evil.example');
      },
    ],
    [
      'no word of which provider it was',
      (back) => {
        back.searchParams.delete('iss');
      },
    ],
    [
      'a code of somebody else',
      (back) => {
        back.searchParams.set('code', 'x'.repeat(43));
      },
    ],
    [
      'an error',
      (back) => {
        back.searchParams.delete('code');
        back.searchParams.set('error', 'access_denied');
      },
    ],
  ])('refuses a way back with %s', async (_, change) => {
    const browser = new StaffBrowser(test.url);
    const back = await wayBack(browser);
    change(back);

    expect((await browser.get(back.pathname + back.search)).headers.get('location')).toBe(
      '/office/login?problem=refused',
    );
  });

  it('refuses the same way back a second time, in another browser, and after ten minutes', async () => {
    const browser = new StaffBrowser(test.url);
    const back = await wayBack(browser);
    const journey = browser.cookies.get('staff-journey') ?? '';
    const path = back.pathname + back.search;
    const refusedIn = async (cookies: Readonly<Record<string, string>>): Promise<string | null> => {
      const other = new StaffBrowser(test.url);
      for (const [name, value] of Object.entries(cookies)) other.cookies.set(name, value);
      return (await other.get(path)).headers.get('location');
    };

    expect(await refusedIn({})).toBe('/office/login?problem=refused');
    test.clock.moveTo(new Date(test.clock.now().getTime() + 601_000));
    expect(await refusedIn({ 'staff-journey': journey })).toBe('/office/login?problem=refused');
    test.clock.moveTo(new Date(test.clock.now().getTime() - 601_000));
    expect(await refusedIn({ 'staff-journey': journey })).toBe('/office/audit');
    expect(await refusedIn({ 'staff-journey': journey })).toBe('/office/login?problem=refused');
  });

  it('may be let go again', async () => {
    const browser = await signedIn(test);
    await browser.post('/office/account/identity/remove', {});

    expect(await signInWith(new StaffBrowser(test.url))).toBe('/office/login?problem=unbound');
  });
});

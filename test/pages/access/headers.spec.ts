import http from 'node:http';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { saveContact } from '../../../src/features/contacts/index.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { interpreterKnocker, knock, type Knocker, staffKnocker, stranger } from './knock.js';
import { expectedRoutes } from './route-table.js';
import { twoOffices, type TwoOffices } from './two-offices.js';

jest.setTimeout(60_000);

let test: TestApp;
let offices: TwoOffices;
let knockers: readonly Knocker[];

beforeAll(async () => {
  test = await startTestApp();
  offices = await twoOffices(test);
  knockers = [
    await staffKnocker(test, offices, 'administrator'),
    await interpreterKnocker(test, offices.world.interpreterId),
    stranger('newcomer'),
  ];
});

afterAll(() => test.close());

/** Plain answers for machines, which hold no data of people, and calendars, which ask whether anything is new. */
const MAY_BE_KEPT = /^GET \/(health|metrics|calendar|$)/;

/** A mail or a page of newcomers in a frame of the office, with a policy of its own: see below. */
const FRAMED = 'GET /office/texts/:language/preview';

/** What is wrong with the headers of an answer; empty when nothing is. */
function faultsOf(headers: Headers, mayBeKept: boolean): string[] {
  const policy = headers.get('content-security-policy') ?? '';
  const claims: readonly (readonly [string, boolean])[] = [
    ['everything foreign is closed', policy.includes("default-src 'none'")],
    ['scripts come from us only', policy.includes("script-src 'self';") && !/unsafe|https?:|\*/.test(policy)],
    ['no frame around us', policy.includes("frame-ancestors 'none'")],
    ['forms come to us', policy.includes("form-action 'self'") && policy.includes("base-uri 'none'")],
    ['no guessing of types', headers.get('x-content-type-options') === 'nosniff'],
    ['no address leaves', headers.get('referrer-policy') === 'no-referrer'],
    ['no search engine', headers.get('x-robots-tag') === 'noindex, nofollow'],
    ['no name of a product', headers.get('x-powered-by') === null],
    ['no cache', mayBeKept || (headers.get('cache-control') ?? '').includes('no-store')],
  ];
  return claims.filter(([, holds]) => !holds).map(([claim]) => claim);
}

/** Markup, a template, a key of the texts and what would end an attribute: all one name. */
const HOSTILE = `"'><img src=x onerror=alert(1)>{{7*7}}$t(office:title)`;

/** Whoever and whatever has a name is called by it. */
async function nameEverything(): Promise<void> {
  const named = {
    persons: ['first_name', 'last_name'],
    interpreters: ['first_name', 'last_name'],
    caseworkers: ['name'],
    staff_users: ['name'],
    rooms: ['name'],
    sites: ['name', 'street', 'town'],
    households: ['note'],
    office_profiles: ['name'],
  };
  for (const [table, columns] of Object.entries(named)) {
    await test.database.query(
      `update ${table} set ${columns.map((name) => `${name} = $1 || ' ' || ctid::text`).join(', ')}`,
      [HOSTILE],
    );
  }
  for (const { id } of await test.database.query<{ id: number }>('select id from households'))
    await saveContact(test.database, 'households', id, { street: HOSTILE, town: HOSTILE });
}

/** Every address that answers to GET, as somebody who gets in. */
async function allAnswers(): Promise<{ route: string; headers: Headers; text: string }[]> {
  const found: { route: string; headers: Headers; text: string }[] = [];
  for (const { route, object = '', answers } of expectedRoutes()) {
    if (!route.startsWith('GET')) continue;
    const knocker = knockers.find(({ visitor }) => answers[visitor] === '+');
    if (!knocker) continue;
    const { objects } = offices;
    const ids = { ...objects, id: objects[object] ?? '', token: objects['newcomer'] ?? '' };
    const answer = await knock(test, knocker, route, ids);
    found.push({ route, headers: answer.headers, text: await answer.text() });
  }
  return found;
}

describe('every answer', () => {
  let all: Awaited<ReturnType<typeof allAnswers>>;
  beforeAll(async () => {
    await nameEverything();
    all = await allAnswers();
  });

  it('says what browsers may do with it', () => {
    const found = all
      .filter(({ route }) => route !== FRAMED)
      .flatMap(({ route, headers }) =>
        faultsOf(headers, MAY_BE_KEPT.test(route)).map((fault) => `${route}: ${fault}`),
      );

    expect(found).toEqual([]);
  });

  it('shows what people typed as they typed it: no markup, no template, no text of ours', () => {
    const pages = all.filter(({ headers }) => headers.get('content-type')?.startsWith('text/html'));
    const naming = pages.filter(({ text }) => text.includes('img src=x'));

    expect(pages.filter(({ text }) => text.includes('<img src=x')).map(({ route }) => route)).toEqual([]);
    for (const { route, text } of naming) {
      const names = text.match(/img src=x/g)?.length;
      expect([route, text.match(/onerror=alert\(1\)(>|&gt;){{7\*7}}\$t\(office:title\)/g)?.length]).toEqual([
        route,
        names,
      ]);
    }
    // what proves something: pages of staff, interpreters and newcomers that name somebody
    expect(naming.length).toBeGreaterThan(30);
    expect(new Set(naming.map(({ route }) => route.split('/')[1]))).toEqual(
      new Set(['office', 'interpreter', 't', 'code', 'accessibility']),
    );
  });

  it('names a file that is taken along in letters that every system can write', () => {
    const names = all.flatMap(({ route, headers }) => {
      const disposition = headers.get('content-disposition');
      return disposition === null ? [] : [[route, disposition]];
    });

    expect(names.length).toBeGreaterThan(3);
    for (const [route, disposition] of names)
      expect([route, disposition]).toEqual([
        route,
        expect.stringMatching(/^(attachment|inline); filename="?[\w.-]+"?$/),
      ]);
  });

  it.each([
    '/office/nothing',
    '/nothing',
    '/t/nothing',
    '/api/v1/nothing',
    '/api/v1/rooms',
    '/assets/nothing.css',
  ])('does so also when it is a refusal: %s', async (path) => {
    const answer = await fetch(test.url + path, { redirect: 'manual' });

    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(faultsOf(answer.headers, path.startsWith('/assets') || path === '/nothing')).toEqual([]);
  });

  it('lets a preview into a frame of ours only, where it can neither run nor send anything', async () => {
    const [administrator] = knockers;
    const { headers } = await knock(test, administrator!, FRAMED, {});
    const policy = headers.get('content-security-policy') ?? '';

    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'self'");
    expect(policy).not.toMatch(/script-src|connect-src|form-action 'self'/);
    expect(headers.get('cache-control')).toContain('no-store');
  });

  it('leaves no word of what went wrong inside', async () => {
    const answers = await Promise.all(
      ['/office/%E0%A4%A', '/api/v1/households/%00', '/t/%F0%28%8C%28'].map((path) => fetch(test.url + path)),
    );

    for (const answer of answers) {
      expect(answer.status).toBeLessThan(500);
      expect(await answer.text()).not.toMatch(/node_modules|at \w+ \(|SELECT|postgres/);
    }
  });
});

describe('a request', () => {
  const ask = (headers: http.OutgoingHttpHeaders, path: string): Promise<number | undefined> =>
    new Promise((done, fail) => {
      http
        .get(test.url + path, { headers }, (answer) => {
          done(answer.resume().statusCode);
        })
        .on('error', fail);
    });

  it('for a host that is not ours is refused, whatever it asks for', async () => {
    const paths = ['/office/login', '/t/x', '/api/openapi.json', '/assets/office.css', '/'];

    for (const path of paths) expect(await ask({ host: 'evil.example' }, path)).toBe(421);
  });

  it('with a body of many levels is a problem with words', async () => {
    const knocker = knockers[0]!;
    const answer = await fetch(`${test.url}/api/v1/talks`, {
      method: 'POST',
      headers: { ...knocker.headers('POST /api/v1/talks'), 'content-type': 'application/json' },
      body: `${'['.repeat(30)}${']'.repeat(30)}`,
    });

    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ status: 400, code: 'bad-request' });
  });

  it('for free places is slowed down for the one who asks too often, for nobody else', async () => {
    const link = `${test.url}/t/${offices.objects['newcomer'] ?? ''}/other`;
    await test.database.query('delete from rate_limits');
    expect((await fetch(link)).status).toBe(200);
    const kept = await test.database.query<{ key: string }>(
      `update rate_limits set points = 60 where key like 'slots-asker%' returning key`,
    );
    const refused = await fetch(link);
    const other = await knock(test, knockers[0]!, 'GET /api/v1/slots', {});

    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('60');
    expect(await refused.text()).toContain('Bitte warten Sie eine Minute');
    expect(other.status).toBe(422);
    expect(JSON.stringify(kept)).not.toContain(offices.objects['newcomer']);
  });
});

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
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

describe('every answer', () => {
  it('says what browsers may do with it', async () => {
    const found: string[] = [];
    for (const { route, object = '', answers } of expectedRoutes()) {
      if (!route.startsWith('GET')) continue;
      const knocker = knockers.find(({ visitor }) => answers[visitor] === '+');
      if (!knocker) continue;
      const { objects } = offices;
      const ids = { ...objects, id: objects[object] ?? '', token: objects['newcomer'] ?? '' };
      const { headers } = await knock(test, knocker, route, ids);
      if (route === FRAMED) continue;
      found.push(...faultsOf(headers, MAY_BE_KEPT.test(route)).map((fault) => `${route}: ${fault}`));
    }

    expect(found).toEqual([]);
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

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { roles } from '../../../src/features/staff/index.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { digestOf } from './digest.js';
import { interpreterKnocker, knock, type Knocker, meaningOf, staffKnocker, stranger } from './knock.js';
import { type ExpectedRoute, expectedRoutes, runningRoutes, type Visitor, visitors } from './route-table.js';
import { idsOf, type Objects, type TwoOffices, twoOffices } from './two-offices.js';

// about 1,500 requests
jest.setTimeout(120_000);

const expected = expectedRoutes();
const SIGNS_OUT = /logout|sign-out/;

let test: TestApp;
let offices: TwoOffices;

beforeAll(async () => {
  test = await startTestApp();
  offices = await twoOffices(test);
});

afterAll(() => test.close());

/** Each visitor with a session; a new one after a route that ends it. */
async function answersOf(visitor: Visitor): Promise<string[]> {
  const found: string[] = [];
  let knocker = await enter(visitor);
  await test.database.query('delete from rate_limits');
  for (const line of expected) {
    const { route } = line;
    const ids: Objects = visitor === 'newcomer' ? { token: offices.objects['newcomer'] ?? '' } : {};
    const answer = await knock(test, knocker, route, route.includes(' /t/') ? ids : {});
    found.push(`${route} ${meaningOf(answer, line)}`);
    if (SIGNS_OUT.test(route)) knocker = await enter(visitor);
    if (answer.status === 404) await test.database.query('delete from rate_limits');
  }
  return found;
}

function enter(visitor: Visitor): Promise<Knocker> | Knocker {
  if (visitor === 'interpreter') return interpreterKnocker(test, offices.world.interpreterId);
  if (visitor === 'newcomer' || visitor === 'nobody') return stranger(visitor);
  return staffKnocker(test, offices, visitor);
}

/** Routes that name an object of an office, each with the ids of the office that has everything. */
const withObject = (area: RegExp): (ExpectedRoute & { readonly ids: Objects })[] =>
  expected
    .filter(({ route, object }) => object !== undefined && area.test(route))
    .map((each) => ({ ...each, ids: idsOf(offices, each) }));

describe('the table of routes', () => {
  it('has a line for every route that the application answers, and no other', () => {
    expect([...expected].map(({ route }) => route).sort()).toEqual(runningRoutes(test.app).sort());
  });

  it('names what an id in a path belongs to', () => {
    const silent = expected.filter(
      ({ route, object }) => /:(id|slug)/.test(route) !== (object !== undefined),
    );

    expect(silent.map(({ route }) => route)).toEqual([]);
  });

  it.each(visitors)('is what the %s meets at every door', async (visitor) => {
    const answers = await answersOf(visitor);

    expect(answers).toEqual(expected.map(({ route, answers: of }) => `${route} ${of[visitor]}`));
  });
});

describe('what belongs to another office', () => {
  it('is not there for anyone, and nothing of it changes', async () => {
    const before = await digestOf(test.database, offices.officeIds.own);
    const found: string[] = [];

    for (const role of roles) {
      const knocker = await staffKnocker(test, offices, role, 'other');
      for (const { route, answers, ids } of withObject(/ \/(office|api)\//)) {
        if (answers[role] !== '+') continue;
        const { status } = await knock(test, knocker, route, ids);
        if (status !== 404) found.push(`${role} ${route} ${status}`);
      }
    }

    expect(found).toEqual([]);
    expect(await digestOf(test.database, offices.officeIds.own)).toEqual(before);
  });

  it('cannot be reached by an id in a form or a body either', async () => {
    const before = await digestOf(test.database, offices.officeIds.own);
    const knocker = await staffKnocker(test, offices, 'administrator', 'other');
    const { roomIds, caseworkerIds } = offices.world;
    const ids = { ...offices.objects, room: String(roomIds[0]), caseworker: String(caseworkerIds[0]) };
    const writes = expected.filter(
      ({ route, object }) =>
        /^POST \/(office|api)\//.test(route) && object === undefined && !SIGNS_OUT.test(route),
    );

    for (const { route } of writes) expect((await knock(test, knocker, route, ids)).status).toBeLessThan(500);

    expect(await digestOf(test.database, offices.officeIds.own)).toEqual(before);
  });

  it('nor what belongs to another interpreter, whose answer is that for something that is not there', async () => {
    const before = await digestOf(test.database, offices.officeIds.own);
    const knocker = await interpreterKnocker(test, offices.otherInterpreterId);
    const found: string[] = [];

    for (const { route, ids } of withObject(/ \/interpreter\//)) {
      const others = await knock(test, knocker, route, ids);
      const nobodys = await knock(test, knocker, route, {});
      const isGet = route.startsWith('GET');
      if (isGet ? others.status !== 404 : others.status !== nobodys.status)
        found.push(`${route} ${others.status}`);
    }

    expect(found).toEqual([]);
    expect(await digestOf(test.database, offices.officeIds.own)).toEqual(before);
  });
});

/** Without this the 404 above would prove nothing: it could be there for everybody. */
describe('what belongs to the own office', () => {
  it('is there', async () => {
    const found: string[] = [];
    const staff = await staffKnocker(test, offices, 'administrator');
    const interpreter = await interpreterKnocker(test, offices.world.interpreterId);

    for (const { route, ids } of withObject(/./)) {
      const { status } = await knock(
        test,
        route.includes(' /interpreter/') ? interpreter : staff,
        route,
        ids,
      );
      if ([401, 403, 404].includes(status) || status >= 500) found.push(`${route} ${status}`);
    }

    expect(found).toEqual([]);
  });
});

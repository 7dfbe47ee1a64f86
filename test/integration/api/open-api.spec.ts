import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { load } from 'cheerio';
import { roles, type Role } from '../../../src/features/staff/index.js';
import { anApiClient, apiClient, type ApiClient, type Json } from '../../support/api.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { aSmallWorld } from '../../support/world.js';

/** Who may use which route; a route that is not listed fails the test. */
const personal: readonly Role[] = ['administrator', 'coordinator'];
const access: Readonly<Record<string, readonly Role[]>> = {
  'GET /api/v1/offices': roles,
  'GET /api/v1/offices/{slug}': roles,
  'GET /api/v1/sites': roles,
  'GET /api/v1/rooms': roles,
  'GET /api/v1/caseworkers': personal,
  'GET /api/v1/interpreters': personal,
  'GET /api/v1/interpreters/{id}/availability': personal,
  'POST /api/v1/interpreters/{id}/availability': personal,
  'GET /api/v1/interpreters/{id}/absences': personal,
  'POST /api/v1/interpreters/{id}/absences': personal,
  'POST /api/v1/interpreters/{id}/absences/remove': personal,
  'GET /api/v1/interpreters/{id}/busy-feeds': personal,
  'POST /api/v1/interpreters/{id}/busy-feeds': personal,
  'POST /api/v1/interpreters/{id}/busy-feeds/remove': personal,
  'POST /api/v1/interpreters/{id}/sign-out': personal,
  'GET /api/v1/households': personal,
  'GET /api/v1/households/{id}': personal,
  'GET /api/v1/slots': personal,
  'GET /api/v1/talks': personal,
  'GET /api/v1/talks/{id}': personal,
  'GET /api/v1/talks/{id}/cancellation-cost': personal,
  'POST /api/v1/talks': personal,
  'POST /api/v1/talks/{id}/reschedule': personal,
  'POST /api/v1/talks/{id}/cancel': personal,
  'POST /api/v1/talks/{id}/confirm': personal,
  'POST /api/v1/talks/{id}/outcome': personal,
  'GET /api/v1/offers': personal,
  'GET /api/v1/offers/{id}': personal,
  'POST /api/v1/offers/{id}/accept': personal,
  'POST /api/v1/offers/{id}/decline': personal,
  'GET /api/v1/visits': personal,
  'GET /api/v1/plans': personal,
  'GET /api/v1/plans/{id}': personal,
  'POST /api/v1/plans': personal,
  'POST /api/v1/plans/{id}/publish': personal,
  'GET /api/v1/notices': personal,
  'GET /api/v1/reports/talks': [...personal, 'reporting'],
  'GET /api/v1/reports/talks.csv': [...personal, 'reporting'],
  'GET /api/v1/events': personal,
  'POST /api/v1/returned-mail': personal,
  'GET /api/v1/audit': ['administrator', 'auditor'],
};

jest.setTimeout(60_000);

let test: TestApp;
let officeId: number;

beforeAll(async () => {
  test = await startTestApp();
  ({ officeId } = await aSmallWorld(test.database));
});
afterAll(() => test.close());

async function document(): Promise<{
  openapi: string;
  paths: Record<string, Record<string, Json>>;
  components: Json;
}> {
  return (await fetch(`${test.url}/api/openapi.json`)).json() as never;
}

function call(client: ApiClient, route: string): Promise<{ status: number }> {
  const [method = '', path = ''] = route.split(' ');
  const address = path.replace('/api/v1/', '').replaceAll(/\{\w+\}/g, '1');
  return method === 'POST' ? client.post(address, {}) : client.get(address);
}

describe('the OpenAPI document', () => {
  it('names every route, and each is open to the roles that may use it and to nobody else', async () => {
    const { paths } = await document();
    const routes = Object.entries(paths).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const ours = routes.filter((route) => !route.includes('/arrivals/'));
    expect(ours.sort()).toEqual(Object.keys(access).sort());

    for (const role of roles) {
      const client = await anApiClient(test, officeId, role);
      for (const route of ours) {
        const { status } = await call(client, route);
        expect([role, route, status === 403]).toEqual([role, route, !access[route]?.includes(role)]);
      }
    }
    for (const route of routes) expect((await call(apiClient(test.url), route)).status).toBe(401);
  });

  it('describes what routes take, and how they refuse', async () => {
    const { openapi, paths, components } = await document();
    const book = paths['/api/v1/talks']?.['post'];

    expect(openapi).toMatch(/^3\./);
    expect(book.requestBody.content['application/json'].schema).toMatchObject({
      required: expect.arrayContaining(['householdId', 'startsAt', 'caseworkerId', 'language']),
    });
    expect(book.parameters).toMatchObject([{ name: 'Idempotency-Key', in: 'header' }]);
    expect(book.responses.default.content['application/problem+json'].schema.$ref).toBe(
      '#/components/schemas/Problem',
    );
    expect(components.schemas.Problem.required).toContain('code');
    expect(book.responses[201].content['application/json'].schema.properties).toHaveProperty('timeZone');
    const slots = paths['/api/v1/slots']?.['get'].parameters;
    expect(slots).toContainEqual(expect.objectContaining({ name: 'household', in: 'query', required: true }));
    expect(slots).toContainEqual(expect.objectContaining({ name: 'limit', in: 'query', required: false }));
  });

  it('is readable as a page without script and without anything from elsewhere', async () => {
    const answer = await fetch(`${test.url}/api/docs`);
    const $ = load(await answer.text());

    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect($('h2').text()).toContain('POST /api/v1/talks/{id}/reschedule');
    expect($('script, style, [style]')).toHaveLength(0);
    const addresses = $('[href], [src]').map(
      (_, element) => $(element).attr('href') ?? $(element).attr('src'),
    );
    expect(addresses.get().every((address) => address.startsWith('/'))).toBe(true);
  });
});

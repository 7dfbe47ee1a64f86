import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ApiTokens } from '../../../src/features/api-tokens/index.js';
import { anApiClient, apiClient } from '../../support/api.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { anOffice, aSmallWorld, type SmallWorld } from '../../support/world.js';

jest.setTimeout(60_000);

let test: TestApp;
let world: SmallWorld;
let tokens: ApiTokens;

beforeAll(async () => {
  test = await startTestApp();
  world = await aSmallWorld(test.database);
  tokens = test.app.get(ApiTokens, { strict: false });
});
afterAll(() => test.close());

describe('an API token', () => {
  it('is needed, in problem details that say how to get one', async () => {
    for (const token of [undefined, '', 'wt_wrong', `wt_${'a'.repeat(43)}`, 'x'.repeat(5000)]) {
      const answer = await apiClient(test.url, token).get('offices');

      expect(answer.status).toBe(401);
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
      expect(answer.headers.get('www-authenticate')).toBe('Bearer realm="api"');
      expect(answer.body).toMatchObject({ status: 401, code: 'api-token-invalid' });
      expect(answer.body.title).toContain('token create');
    }
  });

  it('is stored as its hash only', async () => {
    const { token } = await tokens.create({ officeId: world.officeId, role: 'auditor', name: 'hash' });
    const rows = await test.database.query<{ row: string }>('select t::text as row from api_tokens t');

    expect(token).toMatch(/^wt_[\w-]{43}$/);
    expect(rows.map(({ row }) => row).join()).not.toContain(token.slice(3));
  });

  it('works until it expires or is revoked, and remembers its last use', async () => {
    const expiresAt = new Date(test.clock.now().getTime() + 60_000);
    const { token, id } = await tokens.create({
      officeId: world.officeId,
      role: 'coordinator',
      name: 'short',
      expiresAt,
    });
    const used = 'select last_used_at as at from api_tokens where id = $1';

    expect((await apiClient(test.url, token).get('rooms')).status).toBe(200);
    expect((await test.database.query<{ at: Date }>(used, [id]))[0]!.at).toBeInstanceOf(Date);
    await test.database.query('update api_tokens set expires_at = $2 where id = $1', [id, test.clock.now()]);
    expect((await apiClient(test.url, token).get('rooms')).status).toBe(401);
    await test.database.query('update api_tokens set expires_at = null, revoked_at = now() where id = $1', [
      id,
    ]);
    expect((await apiClient(test.url, token).get('rooms')).status).toBe(401);
  });

  it('opens what its role may see and nothing else', async () => {
    const reporting = await anApiClient(test, world.officeId, 'reporting');

    expect((await reporting.get('rooms')).status).toBe(200);
    const refused = await reporting.get('caseworkers');
    expect(refused.status).toBe(403);
    expect(refused.body.code).toBe('forbidden');
  });
});

describe('what an office has', () => {
  it('is its own, never that of another office', async () => {
    const other = await anApiClient(test, await anOffice(test.database));
    const own = await anApiClient(test, world.officeId);

    expect((await own.get('rooms')).body.items).toHaveLength(2);
    expect((await own.get('interpreters')).body.items).toMatchObject([{ languages: ['ti'] }]);
    for (const list of ['sites', 'rooms', 'caseworkers', 'interpreters'])
      expect((await other.get(list)).body).toEqual({ items: [], next: null });
  });

  it('is shown with the zone and the name the office has today', async () => {
    const own = await anApiClient(test, world.officeId);
    const { items } = (await own.get('offices')).body;

    expect(items).toMatchObject([
      { id: world.officeId, timeZone: 'Europe/Zurich', name: 'Amt für Migration Musterland' },
    ]);
    expect((await own.get(`offices/${items[0].slug}`)).body.id).toBe(world.officeId);
    expect((await own.get('offices/elsewhere')).status).toBe(404);
  });

  it('has opening hours in the words of a clock', async () => {
    const [site] = (await (await anApiClient(test, world.officeId)).get('sites')).body.items;

    expect(site.hours[0]).toEqual({ weekday: 1, opens: '08:00', closes: '17:00' });
  });

  it('comes in pages', async () => {
    const own = await anApiClient(test, world.officeId);
    const first = (await own.get('caseworkers?limit=1')).body;
    const second = (await own.get(`caseworkers?limit=1&cursor=${first.next}`)).body;

    expect([...first.items, ...second.items].map(({ id }) => id).sort()).toEqual(
      [...world.caseworkerIds].sort(),
    );
    expect(second.next).toBeNull();
    expect((await own.get('caseworkers?cursor=nonsense')).body.code).toBe('cursor-invalid');
  });

  it('is asked for with readable questions only', async () => {
    const own = await anApiClient(test, world.officeId);
    const answer = await own.get('rooms?limit=0');

    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({ code: 'invalid', errors: [{ field: 'limit' }] });
  });

  it('is kept out of caches', async () => {
    const own = await anApiClient(test, world.officeId);

    expect((await own.get('rooms')).headers.get('cache-control')).toBe('no-store');
  });
});

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { anApiClient, type ApiClient } from '../../support/api.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { aHousehold, aSmallWorld, type SmallWorld } from '../../support/world.js';

jest.setTimeout(60_000);

let test: TestApp;
let world: SmallWorld;
let client: ApiClient;

beforeAll(async () => {
  test = await startTestApp();
  world = await aSmallWorld(test.database);
  client = await anApiClient(test, world.officeId);
});
afterAll(() => test.close());

async function aBooking(): Promise<Record<string, unknown>> {
  const householdId = await aHousehold(test.database, world.officeId);
  const [slot] = (await client.get(`slots?household=${householdId}`)).body.items;
  const { startsAt, mode, roomId, caseworkerId, interpreterId, interpreterMode, language } = slot;
  return { householdId, startsAt, mode, roomId, caseworkerId, interpreterId, interpreterMode, language };
}

describe('a POST with an Idempotency-Key', () => {
  it('is done once and answered alike again', async () => {
    const booking = await aBooking();
    const key = { 'idempotency-key': 'once' };

    const first = await client.post('talks', booking, key);
    const second = await client.post('talks', booking, key);

    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body).toEqual(first.body);
    expect(second.headers.get('location')).toBe(first.headers.get('location'));
    expect(second.headers.get('idempotency-replayed')).toBe('true');
  });

  it('is refused again in the same words', async () => {
    const booking = { ...(await aBooking()), startsAt: '2027-02-07T09:00:00Z' };
    const key = { 'idempotency-key': 'refused' };

    const first = await client.post('talks', booking, key);
    const second = await client.post('talks', booking, key);

    expect(first.status).toBe(422);
    expect([second.status, second.body]).toEqual([422, first.body]);
  });

  it('does not serve another request, but another caller and another key', async () => {
    const booking = await aBooking();
    await client.post('talks', booking, { 'idempotency-key': 'mine' });

    const other = await client.post('talks', await aBooking(), { 'idempotency-key': 'mine' });
    expect([other.status, other.body.code]).toEqual([422, 'idempotency-key-reused']);
    const stranger = await anApiClient(test, world.officeId);
    const answer = await stranger.post('talks', await aBooking(), { 'idempotency-key': 'mine' });
    expect(answer.status).toBe(201);
    const again = await client.post('talks', booking, { 'idempotency-key': 'new' });
    expect(again.body.code).toBe('talk-already-planned');
  });

  it('runs once when it arrives ten times at the same moment', async () => {
    const booking = await aBooking();
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => client.post('talks', booking, { 'idempotency-key': 'burst' })),
    );

    const made = new Set(answers.filter(({ status }) => status === 201).map(({ body }) => body.id));
    expect(made.size).toBe(1);
    for (const { status, body, headers } of answers.filter(({ status }) => status !== 201)) {
      expect([status, body.code]).toEqual([409, 'idempotency-in-progress']);
      expect(headers.get('retry-after')).toBe('1');
    }
    expect((await client.post('talks', booking, { 'idempotency-key': 'burst' })).status).toBe(201);
  });

  it('is taken over from a process that died, and forgotten after a day', async () => {
    const booking = await aBooking();
    const key = { 'idempotency-key': 'dead' };
    const first = await client.post('talks', booking, key);
    const age = (status: number, hours: number): Promise<unknown> =>
      test.database.query(
        `update idempotent_answers set status = $1, created_at = now() - make_interval(hours => $2) where key = 'dead'`,
        [status, hours],
      );

    await age(0, 0);
    expect((await client.post('talks', booking, key)).body.code).toBe('idempotency-in-progress');
    await age(0, 1);
    // it may have died after the booking and before its answer
    expect(await client.post('talks', booking, key)).toMatchObject({
      status: 201,
      body: { id: first.body.id },
    });
    await age(409, 25);
    expect((await client.post('talks', await aBooking(), key)).status).toBe(201);
  });

  it('has a key that can be read', async () => {
    const answer = await client.post('talks', await aBooking(), { 'idempotency-key': 'x'.repeat(256) });

    expect([answer.status, answer.body.code]).toEqual([422, 'idempotency-key-invalid']);
  });
});

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { DecideOnRows } from '../../../src/features/plans/index.js';
import { PlanAnswer, PlansAnswer } from '../../../src/pages/api/plan-answers.schemas.js';
import { anApiClient, type ApiClient } from '../../support/api.js';
import { MONDAY, startTestApp, type TestApp } from '../../support/app.js';
import { whenComputed } from '../../support/plans.js';
import { aHousehold, aSmallWorld, type SmallWorld } from '../../support/world.js';

jest.setTimeout(60_000);

let test: TestApp;
let world: SmallWorld;
let client: ApiClient;

beforeAll(async () => {
  test = await startTestApp(MONDAY, { role: 'all' });
  world = await aSmallWorld(test.database);
  client = await anApiClient(test, world.officeId);
  for (const language of ['ti', 'en']) await aHousehold(test.database, world.officeId, {}, { [language]: 3 });
});
afterAll(() => test.close());

describe('plans over the API', () => {
  it('are ordered, computed, listed and published once', async () => {
    const started = await client.post('plans', { weeks: 4, seconds: 0.004 });
    expect(started.status).toBe(202);
    expect(started.headers.get('location')).toBe(`/api/v1/plans/${started.body.id}`);

    await whenComputed(test, world.officeId, started.body.id);
    const ready = await client.get(`plans/${started.body.id}`);
    expect(PlanAnswer.parse(ready.body)).toMatchObject({ state: 'ready', gaps: [] });
    expect(ready.body.rows).toHaveLength(2);
    expect(PlansAnswer.parse((await client.get('plans?limit=1')).body).items).toHaveLength(1);

    const { version } = ready.body;
    const published = await client.post(`plans/${started.body.id}/publish`, { version });
    const again = await client.post(`plans/${started.body.id}/publish`, {});
    expect([published.status, again.status]).toEqual([200, 200]);
    expect(PlanAnswer.parse(again.body).result).toMatchObject({ booked: 2, conflicts: 0 });
    expect((await client.get('talks')).body.items).toHaveLength(2);
  });

  it('are ordered for some households, from a day on, with leave to move announced talks', async () => {
    const order = {
      seconds: 0.004,
      selection: { language: 'ta', dueUntil: '2027-03-31' },
      fromDay: '2027-02-01',
      announced: 'worthwhile',
    };
    const started = await client.post('plans', order);
    await whenComputed(test, world.officeId, started.body.id);

    const { selection, fromDay, announced } = order;
    const ready = PlanAnswer.parse((await client.get(`plans/${started.body.id}`)).body);
    expect(ready).toMatchObject({ selection, fromDay, announced, rows: [], gaps: [] });
    expect((await client.post('plans', { announced: 'all' })).status).toBe(422);
  });

  it('refuse an older version, other offices, and what they cannot read', async () => {
    const householdId = await aHousehold(test.database, world.officeId, {}, { en: 3 });
    const { body } = await client.post('plans', { seconds: 0.004 });
    const { version } = await whenComputed(test, world.officeId, body.id);
    const decision = { officeId: world.officeId, planId: body.id, actor: 'staff:1', action: 'pin' } as const;
    await test.app.get(DecideOnRows).run({ ...decision, householdIds: [householdId] });
    const other = await aSmallWorld(test.database);
    const stranger = await anApiClient(test, other.officeId);

    const late = await client.post(`plans/${body.id}/publish`, { version });
    expect([late.status, late.body.code]).toEqual([409, 'plan-changed-meanwhile']);
    expect((await stranger.get(`plans/${body.id}`)).status).toBe(404);
    expect((await client.post('plans', { weeks: 0 })).status).toBe(422);
    expect((await (await anApiClient(test, world.officeId, 'auditor')).get('plans')).status).toBe(403);
  });
});

import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { CancellationCostAnswer } from '../../../src/pages/api/talk-costs.schemas.js';
import { anApiClient, type ApiClient } from '../../support/api.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { aWrittenTalk } from '../../support/office.js';
import { paidBy } from '../../support/tariffs.js';
import { aHousehold, anInterpreter, aSmallWorld, type SmallWorld } from '../../support/world.js';

let test: TestApp;
let world: SmallWorld;
let client: ApiClient;

beforeAll(async () => {
  // Friday noon before the Monday of the talks
  test = await startTestApp(new Date('2027-01-22T12:00:00Z'));
  world = await aSmallWorld(test.database);
  client = await anApiClient(test, world.officeId);
  await paidBy(test.database, world.interpreterId);
});
afterAll(() => test.close());

async function costOf(row: Readonly<Record<string, unknown>>): Promise<unknown> {
  const household = await aHousehold(test.database, world.officeId);
  const id = await aWrittenTalk(test, world, {
    household_id: household,
    starts_at: '2027-01-25T09:00:00Z',
    ...row,
  });
  const { status, body } = await client.get(`talks/${id}/cancellation-cost`);
  expect(status).toBe(200);
  return CancellationCostAnswer.parse(body);
}

it('the cost of calling a talk off is told by line, now and by when', async () => {
  const cost = await costOf({ interpreter_id: world.interpreterId, interpreter_mode: 'onsite' });

  expect(cost).toMatchObject({
    interpreterId: world.interpreterId,
    tariff: { code: 'kosten', name: 'Erste Stunde ganz', validFrom: '2020-01-01' },
    totalRappen: 105_00,
    lines: [{ what: 'cancelled-full', minutes: 60, rateRappen: 105_00, percent: null, amountRappen: 105_00 }],
    prices: [
      { until: '2027-01-22T09:00Z', totalRappen: 0 },
      { until: '2027-01-25T09:00Z', totalRappen: 105_00 },
    ],
    visit: null,
  });
});

it('is nothing without an interpreter, and not known without a tariff', async () => {
  const untold = await anInterpreter(test.database, world.officeId, { tariff_code: 'none' });

  expect(await costOf({})).toMatchObject({ interpreterId: null, totalRappen: 0 });
  expect(await costOf({ interpreter_id: untold, interpreter_mode: 'onsite' })).toMatchObject({
    interpreterId: untold,
    tariff: null,
    totalRappen: null,
  });
});

it('is not told of a talk that there is not', async () => {
  expect((await client.get('talks/00000000-0000-0000-0000-000000000000/cancellation-cost')).status).toBe(404);
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ChangeCosts, type ChangePreview } from '../../../src/features/tariffs/index.js';
import type { TalkChoice } from '../../../src/features/talks/index.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { aWrittenTalk } from '../../support/office.js';
import { paidBy } from '../../support/tariffs.js';
import {
  aHousehold,
  anInterpreter,
  aRoom,
  aSite,
  aSmallWorld,
  type SmallWorld,
} from '../../support/world.js';

/** Monday, 25 January 2027, 10:00 in Zürich; 24 working hours before is Friday 10:00. */
const TEN = '2027-01-25T09:00:00Z';
const FRIDAY_TEN = '2027-01-22T09:00Z';

let test: TestApp;
let world: SmallWorld;
let costs: ChangeCosts;

beforeAll(async () => {
  test = await startTestApp();
  world = await aSmallWorld(test.database);
  costs = test.app.get(ChangeCosts, { strict: false });
  await paidBy(test.database, world.interpreterId);
});
afterAll(() => test.close());
beforeEach(async () => {
  await test.database.query('delete from talks');
  test.clock.moveTo(new Date('2027-01-22T12:00:00Z'));
});

async function aTalk(startsAt: string, row: Readonly<Record<string, unknown>> = {}): Promise<string> {
  return aWrittenTalk(test, world, {
    household_id: await aHousehold(test.database, world.officeId),
    starts_at: startsAt,
    interpreter_id: world.interpreterId,
    interpreter_mode: 'onsite',
    language: 'ti',
    provision: 'interpreter',
    ...row,
  });
}

async function aVisitRow(): Promise<string> {
  const [visit] = await test.database.query<{ id: string }>(
    `insert into visits (office_id, interpreter_id, starts_at, ends_at, state, created_at, updated_at)
     values ($1, $2, '2027-01-25T09:00Z', '2027-01-25T11:00Z', 'confirmed', now(), now()) returning id`,
    [world.officeId, world.interpreterId],
  );
  return visit?.id ?? '';
}

/** Three talks at 10:00, 10:45 and 11:45: two hours and a half with the wait. */
async function threeTalks(): Promise<string[]> {
  return [await aTalk(TEN), await aTalk('2027-01-25T09:45:00Z'), await aTalk('2027-01-25T10:45:00Z')];
}

async function cancelling(id = ''): Promise<ChangePreview> {
  const preview = await costs.ofCancelling(world.officeId, id);
  if (!preview?.tariff) throw new Error('no preview');
  return preview;
}

describe('calling a talk off', () => {
  it('costs nothing in time, and tells until when', async () => {
    test.clock.moveTo(new Date('2027-01-18T09:00:00Z'));

    const { cost, visit, tariff } = await cancelling(await aTalk(TEN));

    expect(cost).toEqual({
      total: 0,
      lines: [],
      prices: [
        { until: FRIDAY_TEN, total: 0 },
        { until: '2027-01-25T09:00Z', total: 105_00 },
      ],
    });
    expect(visit).toBeNull();
    expect(tariff).toMatchObject({ code: 'kosten', validFrom: '2020-01-01' });
  });

  it.each([
    ['2027-01-22T08:58:00Z', 0],
    ['2027-01-22T09:00:00.500Z', 105_00],
  ])('at %s costs %s Rappen: a minute that has begun is over', async (now, total) => {
    const id = await aTalk(TEN);
    test.clock.moveTo(new Date(now));

    expect((await cancelling(id)).cost.total).toBe(total);
  });

  it('of three that are one visit costs the difference', async () => {
    const [first, , last] = await threeTalks();

    expect(await cancelling(last)).toMatchObject({
      cost: { total: 52_50, lines: [{ what: 'cancelled-part', minutes: 60, percent: 50 }] },
      visit: { before: 262_50 + 37_50, after: 157_50 + 37_50 },
    });
    expect((await cancelling(first)).cost.total).toBe(39_38);
  });

  it('counts those alone that are still to come, of this interpreter, here and in this way', async () => {
    const id = await aTalk(TEN);
    const other = await anInterpreter(test.database, world.officeId);
    await aTalk('2027-01-25T09:45:00Z', { state: 'cancelled' });
    await aTalk('2027-01-25T09:45:00Z', { interpreter_id: other });
    await aTalk('2027-01-25T09:45:00Z', { interpreter_mode: 'phone' });
    await aTalk('2027-01-26T09:45:00Z');
    await aTalk('2027-01-25T13:00:00Z');

    expect(await cancelling(id)).toMatchObject({ cost: { total: 105_00 }, visit: null });
  });

  it('counts by visits where they are kept', async () => {
    const first = await aTalk(TEN, { visit_id: await aVisitRow() });
    await aTalk('2027-01-25T09:45:00Z', { visit_id: await aVisitRow() });

    expect(await cancelling(first)).toMatchObject({ cost: { total: 105_00 }, visit: null });
  });

  it('costs nothing while the interpreter has not said yes, and not more for talks not agreed', async () => {
    const visit_id = await aVisitRow();
    const agreed = await aTalk(TEN, { visit_id, interpreter_state: 'confirmed' });
    const asked = await aTalk('2027-01-25T09:45:00Z', { visit_id, interpreter_state: 'asked' });

    expect((await cancelling(agreed)).cost.total).toBe(105_00);
    expect(await costs.ofCancelling(world.officeId, asked)).toMatchObject({
      tariff: null,
      why: 'not-agreed',
    });
  });

  it('by phone costs what the call would have', async () => {
    const { cost } = await cancelling(await aTalk(TEN, { interpreter_mode: 'phone' }));

    expect(cost.total).toBe(100_00);
  });

  it('leaves out holidays of the canton', async () => {
    test.clock.moveTo(new Date('2027-03-25T12:00:00Z'));

    const { cost } = await cancelling(await aTalk('2027-03-30T08:00:00Z'));

    // Maundy Thursday before Easter to the Tuesday after it
    expect(cost.prices[0]?.until).toBe('2027-03-25T09:00Z');
    expect(cost.total).toBe(105_00);
  });

  it('has no price without interpreter, when it is over, and in another office', async () => {
    const without = await aTalk(TEN, { interpreter_id: null, interpreter_mode: null, provision: 'german' });
    const over = await aTalk(TEN, { state: 'held' });
    const there = await aTalk(TEN);
    const elsewhere = (await aSmallWorld(test.database)).officeId;

    expect(await costs.ofCancelling(world.officeId, without)).toBeUndefined();
    expect(await costs.ofCancelling(world.officeId, over)).toBeUndefined();
    expect(await costs.ofCancelling(elsewhere, there)).toBeUndefined();
  });

  it('has no known price when no tariff is valid', async () => {
    const lapsed = await anInterpreter(test.database, world.officeId);
    await paidBy(test.database, lapsed, { code: 'vorbei', validUntil: '2026-12-31' });

    expect(
      await costs.ofCancelling(world.officeId, await aTalk(TEN, { interpreter_id: lapsed })),
    ).toMatchObject({
      interpreterId: lapsed,
      tariff: null,
    });
  });
});

describe('moving a talk', () => {
  const choice = (change: Partial<TalkChoice> = {}): TalkChoice => ({
    startsAt: '2027-02-01T09:00:00Z',
    mode: 'onsite',
    roomId: world.roomIds[0],
    caseworkerId: world.caseworkerIds[0],
    interpreterId: world.interpreterId,
    interpreterMode: 'onsite',
    language: 'ti',
    ...change,
  });
  const moving = async (id: string, change: Partial<TalkChoice> = {}): Promise<number | undefined> => {
    const preview = await costs.ofMoving(world.officeId, id, choice(change));
    return preview?.tariff ? preview.cost.total : undefined;
  };

  it('to another week costs what calling off costs, with the same interpreter and with another', async () => {
    const id = await aTalk(TEN);

    expect(await moving(id)).toBe(105_00);
    expect(await moving(id, { interpreterId: await anInterpreter(test.database, world.officeId) })).toBe(
      105_00,
    );
    expect(await moving(id, { interpreterId: null, interpreterMode: null })).toBe(105_00);
  });

  it('by a quarter of an hour costs nothing with the same interpreter', async () => {
    const id = await aTalk(TEN);
    const later = { startsAt: '2027-01-25T09:15:00Z' };

    expect(await moving(id, later)).toBe(0);
    expect(await moving(id, { ...later, interpreterId: null, interpreterMode: null })).toBe(105_00);
    expect(await moving(id, { ...later, interpreterMode: 'phone' })).toBe(105_00);
  });

  it('to another town is calling off here', async () => {
    const site = await aSite(test.database, world.officeId, { town: 'Neudorf' });
    const roomId = await aRoom(test.database, site);

    expect(await moving(await aTalk(TEN), { startsAt: TEN, roomId })).toBe(105_00);
  });

  it('within its visit costs only the time that is given up', async () => {
    const [, , last = ''] = await threeTalks();

    expect(await moving(last, { startsAt: '2027-01-25T10:30:00Z' })).toBe(13_13);
  });
});

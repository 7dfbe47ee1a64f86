import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { WorkedTimes } from '../../../src/features/interpreters/index.js';
import { VisitCostQueries, VisitCosts, type VisitMoney } from '../../../src/features/tariffs/index.js';
import { CancelTalk, MoveTalk } from '../../../src/features/talks/index.js';
import { MONDAY, startTestApp, type TestApp } from '../../support/app.js';
import { accept, anAskingWorld, aTalkToInterpret, offers } from '../../support/offers.js';
import { aChoice, after, TEN } from '../../support/talks.js';
import { aTariff, paidBy } from '../../support/tariffs.js';
import type { SmallWorld } from '../../support/world.js';

/** An hour before the first talk: every deadline has passed. */
const LATE = new Date('2027-01-25T08:00:00Z');

let test: TestApp;
let world: SmallWorld;

beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());
beforeEach(async () => {
  test.clock.moveTo(MONDAY);
  await test.database.transaction((tx) =>
    tx.query('delete from talks; delete from visits; delete from offers; delete from offices'),
  );
  world = await anAskingWorld(test);
  await paidBy(test.database, world.interpreterId, { rules: { ...aTariff.rules, express: EXPRESS } });
});

const EXPRESS = {
  unless: { kind: 'hours', hours: 24, without: [], exactly: 'in-time' },
  flat: 40_00,
  percent: 0,
} as const;

const money = async (talkId: string): Promise<VisitMoney | undefined> =>
  test.app.get(VisitCostQueries, { strict: false }).ofTalk(world.officeId, talkId);

const due = async (): Promise<[string, number][]> => {
  const rows = await test.database.query<{ event: string; rappen: number }>(
    'select event, rappen from cancellation_costs order by id',
  );
  return rows.map(({ event, rappen }) => [event, rappen]);
};

const anAcceptedTalk = async (startsAt = TEN): Promise<string> => {
  const { talkId } = await aTalkToInterpret(test, world, { startsAt });
  const open = (await offers(test)).filter(({ state }) => state === 'open');
  for (const { id } of open) await accept(test, id);
  return talkId;
};

const versionOf = async (talkId: string): Promise<number> => {
  const [talk] = await test.database.query<{ version: number }>('select version from talks where id = $1', [
    talkId,
  ]);
  return talk?.version ?? 0;
};

const cancel = async (talkId: string, by: 'office' | 'interpreter' = 'office'): Promise<void> => {
  const command = {
    officeId: world.officeId,
    talkId,
    version: await versionOf(talkId),
    actor: 'staff:1',
    by,
  };
  expect(await test.app.get(CancelTalk, { strict: false }).run(command)).toMatchObject({ kind: 'cancelled' });
};

const move = async (talkId: string, startsAt: string): Promise<void> => {
  const choice = aChoice(world, { startsAt });
  const version = await versionOf(talkId);
  const command = { officeId: world.officeId, talkId, version, actor: 'staff:1', choice } as const;
  const moving = { ...command, overrideReason: 'Test' };
  expect(await test.app.get(MoveTalk, { strict: false }).run(moving)).toMatchObject({ kind: 'moved' });
};

describe('the money of a visit', () => {
  it('is planned by its tariff as soon as somebody is asked, for all its talks together', async () => {
    const first = await anAcceptedTalk();
    // 60 min × 105 + 37.50
    expect(await money(first)).toMatchObject({ planned: { total: 142_50 }, actual: null });

    const second = await anAcceptedTalk(after(60));
    // 10:00 to 11:45: 105 min × 105 / 60 = 183.75, and one journey
    expect(await money(second)).toEqual(await money(first));
    expect(await money(first)).toMatchObject({
      planned: {
        total: 221_25,
        lines: [
          { what: 'time', minutes: 105, rate: 105_00, amount: 183_75 },
          { what: 'travel', amount: 37_50 },
        ],
      },
      tariffName: 'Erste Stunde ganz',
    });
  });

  it('knows what was ordered late', async () => {
    const talkId = await anAcceptedTalk();
    await test.database.query(`update offers set asked_at = '2027-01-24T12:00Z'`);
    await test.database.query('delete from visit_costs');
    await test.app.get(VisitCosts, { strict: false }).priceMissing();

    expect(await money(talkId)).toMatchObject({ planned: { total: 182_50 } });
  });

  it('is counted by the worked time once both sides have said it, whoever says it first', async () => {
    const talkId = await anAcceptedTalk();
    const [visit] = await test.database.query<{ id: string }>('select id from visits');
    const worked = test.app.get(WorkedTimes, { strict: false });
    const stretch = { from: new Date('2027-01-25T09:00Z'), until: new Date('2027-01-25T10:20Z') };
    test.clock.moveTo(new Date('2027-01-25T12:00Z'));

    await worked.confirm(world.officeId, visit!.id, stretch, 'staff:1');
    expect(await money(talkId)).toMatchObject({ actual: null });
    await worked.report(world.interpreterId, visit!.id, { ...stretch, from: new Date(LATE) }, '');
    // the office's word counts: 80 min are paid as 90 × 105 / 60, and the journey
    expect(await money(talkId)).toMatchObject({ planned: { total: 142_50 }, actual: { total: 195_00 } });
    await worked.confirm(world.officeId, visit!.id, { ...stretch, from: LATE }, 'staff:1');
    expect(await money(talkId)).toMatchObject({ actual: { total: 300_00 } });
  });
});

describe('what is due when agreed time is given up', () => {
  it('is written down with the cancellation, and nothing in time, before the yes or by the interpreter', async () => {
    await cancel((await aTalkToInterpret(test, world)).talkId);
    await cancel(await anAcceptedTalk());
    const mine = await anAcceptedTalk();
    const [first, second] = [await anAcceptedTalk(after(60)), await anAcceptedTalk(after(120))];
    test.clock.moveTo(LATE);
    await cancel(mine, 'interpreter');
    expect(await due()).toEqual([]);

    // 11:00 to 12:45 are 105 min, the rest 60: nothing is lost of the first hour, half of 45 min × 105
    await cancel(second);
    expect(await due()).toEqual([['cancelled', 39_38]]);
    await cancel(first);
    expect(await due()).toEqual([
      ['cancelled', 39_38],
      ['cancelled', 105_00],
    ]);
    expect(await money(first)).toBeUndefined();
  });

  it('counts the time to which a talk moves as far as the same interpreter is asked to come', async () => {
    const talkId = await anAcceptedTalk();
    test.clock.moveTo(LATE);
    await move(talkId, '2027-01-27T09:00:00.000Z');

    expect(await due()).toEqual([['moved', 105_00]]);
    expect(await money(talkId)).toMatchObject({ planned: { total: 142_50 } });
  });
});

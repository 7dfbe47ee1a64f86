import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Absences } from '../../../src/features/interpreters/index.js';
import {
  AwayInterpreters,
  DropOut,
  DropOutPrices,
  type DropOutRow,
} from '../../../src/features/visits/index.js';
import { MONDAY, startTestApp, type TestApp } from '../../support/app.js';
import {
  accept,
  aColleague,
  anAskingWorld,
  aTalkToInterpret,
  lookLater,
  offers,
  talkStates,
} from '../../support/offers.js';
import { after, noticesOf, TEN } from '../../support/talks.js';
import { oracleRules } from '../../support/cost-oracle.js';
import { paidBy } from '../../support/tariffs.js';
import type { SmallWorld } from '../../support/world.js';

let test: TestApp;
let world: SmallWorld;
let colleague: number;
let talks: string[];

beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());
beforeEach(async () => {
  test.clock.moveTo(MONDAY);
  await test.database.transaction((tx) =>
    tx.query(
      'delete from talks; delete from visits; delete from offers; delete from absences; delete from offices',
    ),
  );
  world = await anAskingWorld(test);
  colleague = await aColleague(test, world);
  await paidBy(test.database, world.interpreterId, { rules: oracleRules });
  await test.database.query(`update interpreters set tariff_code = 'kosten'`);
  talks = [];
  for (const minutes of [0, 60]) {
    talks.push((await aTalkToInterpret(test, world, { startsAt: after(minutes) })).talkId);
    for (const { id, state } of await offers(test)) if (state === 'open') await accept(test, id);
  }
});

const period = (): Parameters<DropOut['preview']>[0] => ({
  officeId: world.officeId,
  interpreterId: world.interpreterId,
  from: new Date('2027-01-24T23:00:00Z'),
  until: new Date('2027-01-25T23:00:00Z'),
});
const dropOut = (): DropOut => test.app.get(DropOut, { strict: false });
const run = (ways: ReadonlyMap<string, string> = new Map()): ReturnType<DropOut['run']> =>
  dropOut().run({ ...period(), talkIds: talks, ways, actor: 'staff:1' });
const wayOf = (row: DropOutRow | undefined, kind: string): string =>
  row?.ways.find((way) => way.kind === kind)?.key ?? '';
const away = (): ReturnType<AwayInterpreters['forStaff']> =>
  test.app.get(AwayInterpreters, { strict: false }).forStaff(world.officeId);
const told = async (): Promise<string[]> =>
  (await Promise.all(talks.map((id) => noticesOf(test.database, id))))
    .flat()
    .filter((line) => line.startsWith('change') || line.startsWith('interpreter-cancelled'));

describe('an interpreter who drops out of a visit', () => {
  it('is replaced for all its talks together by one whose price is known, and no household hears of it', async () => {
    const rows = await dropOut().preview(period());

    expect(rows.map(({ ways }) => ways.map(({ kind, told: heard }) => `${kind} ${heard}`))).toEqual([
      ['ask 0', 'slot 1', 'slot 1', 'slot 1', 'later 0'],
      ['ask 0', 'slot 1', 'slot 1', 'slot 1', 'later 0'],
    ]);
    const price = await test.app.get(DropOutPrices, { strict: false }).of(world.officeId, rows, new Map());
    // 10:00 to 11:45 are seven quarters at 26.25, with one journey
    expect(price).toMatchObject({ total: 221_25, told: 0 });
    expect(price.of.get(talks[1]!)).toEqual({ rappen: 221_25, talks: 2 });

    const first = new Map(rows.map((row) => [row.talk.id, row.ways[0]!.key]));
    expect(await run(first)).toEqual({ kind: 'done', talkIds: talks, failed: [] });
    expect(await talkStates(test)).toMatchObject([
      { interpreterId: colleague, interpreterState: 'asked' },
      { interpreterId: colleague, interpreterState: 'asked' },
    ]);
    expect((await offers(test)).filter(({ state }) => state === 'open')).toMatchObject([
      { interpreterId: colleague, talks: ['open', 'open'] },
    ]);
    expect(await told()).toEqual(['interpreter-cancelled r1 planned', 'interpreter-cancelled r1 planned']);
  });

  it('goes each way that was approved, once however often it is approved, and is owed nothing', async () => {
    test.clock.moveTo(new Date('2027-01-25T07:00:00Z'));
    const [row] = await dropOut().preview(period());
    const ways = new Map([[talks[0]!, wayOf(row, 'slot')]]);

    expect(await run(ways)).toMatchObject({ kind: 'done', failed: [] });
    const state = await talkStates(test);
    expect(state.filter(({ interpreterId }) => interpreterId === world.interpreterId)).toEqual([]);
    expect(await test.database.query('select from cancellation_costs')).toEqual([]);
    expect(await run(ways)).toEqual({ kind: 'done', talkIds: [], failed: [] });
    expect(await talkStates(test)).toEqual(state);
    expect(await test.database.query('select from absences')).toHaveLength(1);
    const moved = (await told()).filter((line) => line.includes(' r2 '));
    expect(moved).toEqual(['interpreter-cancelled r2 planned']);
  });

  it('asks others where the chosen way is gone, and says so', async () => {
    const [row] = await dropOut().preview(period());
    await test.database.query('update interpreters set active = false where id = $1', [colleague]);

    const outcome = await run(new Map([[talks[0]!, wayOf(row, 'ask')]]));

    expect(outcome).toMatchObject({ kind: 'done', failed: [talks[0]] });
    await lookLater(test);
    expect(await talkStates(test)).toMatchObject([
      { interpreterState: 'missing' },
      { interpreterState: 'missing' },
    ]);
  });

  it('refuses a way that is none, and talks that nobody saw', async () => {
    await expect(run(new Map([[talks[0]!, 'ask|x|onsite']]))).rejects.toThrow('talk-choice-unreadable');
    expect(await dropOut().run({ ...period(), talkIds: [], actor: 'staff:1' })).toEqual({
      kind: 'changed-meanwhile',
    });
  });
});

describe('an absence over talks that were agreed', () => {
  it('frees nothing by itself and is work for the office until the talks go on', async () => {
    const { interpreterId } = world;
    expect(await away()).toEqual([]);
    const absence = { from: new Date(TEN), until: new Date(after(45)), note: 'krank' };
    const saving = { seen: talks, actor: `interpreter:${interpreterId}` };
    await test.app.get(Absences, { strict: false }).add(interpreterId, absence, saving);

    expect(await away()).toMatchObject([
      { interpreterId, from: '2027-01-25', until: '2027-01-25', talks: 1, note: 'krank' },
    ]);
    expect(await talkStates(test)).toMatchObject([{ interpreterId }, { interpreterId }]);
    await run();
    expect(await away()).toEqual([]);
  });
});

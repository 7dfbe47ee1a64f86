import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { CancelTalk, MoveTalk } from '../../../src/features/talks/index.js';
import { DropOut, UnsureTalks } from '../../../src/features/visits/index.js';
import { MONDAY, startTestApp, type TestApp } from '../../support/app.js';
import {
  accept,
  aColleague,
  anAskingWorld,
  aTalkToInterpret,
  decline,
  lookLater,
  offers,
} from '../../support/offers.js';
import { oracleRules } from '../../support/cost-oracle.js';
import { dueFor, expectedPlans, whatIsAgreed, writtenMoney } from '../../support/database-ledger.js';
import { aChoice, after, doubleBookings } from '../../support/talks.js';
import { paidBy } from '../../support/tariffs.js';
import type { SmallWorld } from '../../support/world.js';

/** DATABASE_HISTORIES raises the number of histories, SEED repeats one series. */
const RUNS = Number(process.env['DATABASE_HISTORIES'] ?? 5);
const SEED = Number(process.env['SEED'] ?? Date.UTC(2026, 10, 23));

jest.setTimeout(60_000 + RUNS * 20_000);

const step = fc.record({
  kind: fc.constantFrom('accept', 'accept', 'decline', 'look', 'look', 'wait', 'move', 'cancel', 'ill'),
  pick: fc.nat(70),
});

interface TalkRow {
  readonly id: string;
  readonly version: number;
  readonly interpreterId: number | null;
}

describe('any history of offers in the database', () => {
  let test: TestApp;
  let world: SmallWorld;
  let due = 0;

  beforeAll(async () => {
    test = await startTestApp();
  });
  afterAll(() => test.close());

  const talkRows = (): Promise<
    { id: string; version: number; state: string; interpreterId: number | null }[]
  > =>
    test.database.query(
      `select id, version, state, interpreter_id as "interpreterId" from talks where state <> 'cancelled' order by id`,
    );

  const change = async (talk: TalkRow, kind: string, pick: number): Promise<void> => {
    const { officeId } = world;
    const whose = { officeId, talkId: talk.id, version: talk.version, actor: 'staff:1' };
    const choice = aChoice(world, { startsAt: after(60 * (pick % 6)) });
    const agreed = await whatIsAgreed(test.database);
    if (kind === 'move') await test.app.get(MoveTalk, { strict: false }).run({ ...whose, choice });
    if (kind === 'cancel') await test.app.get(CancelTalk, { strict: false }).run({ ...whose, by: 'office' });
    if (kind !== 'ill') due += await dueFor(test, { talkId: talk.id, version: talk.version, agreed });
    if (kind !== 'ill' || talk.interpreterId === null) return;
    const dropOut = test.app.get(DropOut, { strict: false });
    const days = { from: new Date('2027-01-24T23:00:00Z'), until: new Date('2027-01-25T23:00:00Z') };
    const period = { officeId, interpreterId: talk.interpreterId, ...days };
    const rows = await dropOut.preview(period);
    const ways = new Map(rows.map(({ talk: { id }, ways: of }) => [id, of[pick % of.length]?.key ?? '']));
    await dropOut.run({ ...period, talkIds: [...ways.keys()], ways, actor: 'staff:1' });
  };

  const act = async ({ kind, pick }: { kind: string; pick: number }): Promise<void> => {
    const all = await offers(test);
    const offer = all[pick % Math.max(1, all.length)];
    const talks = await talkRows();
    const talk = talks[pick % Math.max(1, talks.length)];
    if (kind === 'accept' && offer) await accept(test, offer.id);
    if (kind === 'decline' && offer) await decline(test, offer.id);
    if (kind === 'look') await lookLater(test);
    if (kind === 'wait') await lookLater(test, 20 + pick);
    if (talk) await change(talk, kind, pick);
  };

  /** Statements about the database that must find nothing. */
  const faults = (): Promise<{ fault: string }[]> =>
    test.database.query(
      `select 'the interpreter who comes did not accept' as fault from talks t
        where t.interpreter_state = 'confirmed' and t.state <> 'cancelled' and not exists (select from offer_talks x
          join offers o on o.id = x.offer_id where x.talk_id = t.id and x.state = 'accepted'
            and x.revision = t.revision and o.interpreter_id = t.interpreter_id)
       union all select 'an acceptance was lost' from offer_talks x join offers o on o.id = x.offer_id
          join talks t on t.id = x.talk_id where x.state = 'accepted'
            and (t.interpreter_id is distinct from o.interpreter_id or t.interpreter_state <> 'confirmed')
       union all select 'the time kept is not the interpreter’s' from talks t
          left join allocations a on a.talk_id = t.id and a.resource_kind = 3
         where t.state <> 'cancelled' and a.resource_id is distinct from t.interpreter_id
       union all select 'a household was invited without an interpreter ever having accepted' from talks t
         where t.state = 'invited' and not exists (select from offer_talks x where x.talk_id = t.id
           and x.state in ('accepted', 'released', 'open', 'declined'))
       union all select 'a visit is not what its talks are' from visits v
         where v.state <> 'ended' and v.starts_at is distinct from
           (select min(starts_at) from talks t where t.visit_id = v.id and t.state <> 'cancelled')`,
    );

  it(`breaks nothing that was promised (${RUNS} runs, seed ${SEED})`, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 24, size: 'max' }), async (steps) => {
        test.clock.moveTo(MONDAY);
        await test.database.transaction((tx) =>
          tx.query('delete from talks; delete from visits; delete from offers; delete from absences'),
        );
        world = await anAskingWorld(test, { offersAtOnce: 2 });
        for (let colleague = 0; colleague < 3; colleague += 1) await aColleague(test, world);
        await paidBy(test.database, world.interpreterId, { rules: oracleRules });
        await test.database.query(`update interpreters set tariff_code = 'kosten'`);
        due = 0;
        for (const start of [0, 60]) await aTalkToInterpret(test, world, { startsAt: after(start) });
        for (const one of steps) {
          await act(one);
          expect(await faults()).toEqual([]);
          expect(await doubleBookings(test.database)).toEqual([]);
        }
        expect(await writtenMoney(test.database)).toEqual({ plans: await expectedPlans(test.database), due });
        const waiting = await test.app.get(UnsureTalks, { strict: false }).forStaff(world.officeId);
        const missing = await test.database.query<{ id: string }>(
          `select id from talks where interpreter_state = 'missing' and state <> 'cancelled' and starts_at > $1`,
          [test.clock.now()],
        );
        expect(waiting.map(({ talkId }) => talkId)).toEqual(
          expect.arrayContaining(missing.map(({ id }) => id)),
        );
      }),
      { numRuns: RUNS, seed: SEED, endOnFailure: true },
    );
  });
});

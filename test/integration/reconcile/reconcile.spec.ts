import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Reconcile } from '../../../src/features/reconcile/index.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { aBookedTalk, noticesOf, TALK_START } from '../../support/notices.js';
import { aHousehold, aSmallWorld, type SmallWorld } from '../../support/world.js';

let test: TestApp;
let world: SmallWorld;
let talkId: string;
let householdId: number;

beforeAll(async () => {
  test = await startTestApp();
  world = await aSmallWorld(test.database);
});
afterAll(() => test.close());

/** What was found and mended, without what agreed. */
async function reconcile(): Promise<Record<string, [number, number]>> {
  const lines = (await test.app.get(Reconcile, { strict: false }).run()) ?? [];
  expect(lines).toHaveLength(8);
  const wrong = lines.filter(({ found }) => found > 0);
  return Object.fromEntries(wrong.map(({ name, found, mended }) => [name, [found, mended]]));
}

const query = (sql: string, ...parameters: unknown[]): Promise<unknown[]> =>
  test.database.query(sql, parameters);

beforeEach(async () => {
  await query('delete from households');
  ({ talkId, householdId } = await aBookedTalk(test, world, {}, { row: { state: 'planned' } }));
  // the talk was written by SQL and has taken nothing yet
  await reconcile();
});

describe('reconciling', () => {
  it('finds nothing where all agrees', async () => {
    expect(await reconcile()).toEqual({});
  });

  it('takes what a talk needs and frees what it does not, and finds nothing the second time', async () => {
    await query(
      `update allocations set during = tstzrange($2, $3) where talk_id = $1 and resource_kind = 1`,
      talkId,
      '2027-01-21T15:00:00Z',
      '2027-01-21T16:00:00Z',
    );

    expect(await reconcile()).toEqual({ 'surplus-allocations': [1, 1], 'missing-allocations': [1, 1] });
    expect(await reconcile()).toEqual({});
    const taken = await query(
      `select resource_kind as kind, lower(during) as start, extract(epoch from upper(during) - lower(during))::int / 60 as minutes
         from allocations where talk_id = $1 order by 1`,
      talkId,
    );
    expect(taken).toEqual(
      [1, 2, 4].map((kind) => ({ kind, start: new Date(TALK_START), minutes: kind === 4 ? 45 : 60 })),
    );
  });

  it('frees the times of a talk that was called off, and holds that nobody used', async () => {
    await query(`update talks set state = 'cancelled' where id = $1`, talkId);
    await query(`update households set state = 'open' where id = $1`, householdId);
    await query(
      `insert into allocations (resource_kind, resource_id, during, state, expires_at)
       values (1, $1, '[2027-03-01 08:00Z, 2027-03-01 09:00Z)', 'held', $2)`,
      world.roomIds[1],
      new Date(test.clock.now().getTime() - 7_200_000),
    );

    expect(await reconcile()).toEqual({ 'surplus-allocations': [3, 3], 'stale-holds': [1, 1] });
    expect(await query('select from allocations')).toEqual([]);
    expect(await reconcile()).toEqual({});
  });

  it('says what it cannot put right: somebody else has the time', async () => {
    const other = await aHousehold(test.database, world.officeId);
    await query(
      `insert into talks (office_id, household_id, starts_at, minutes, buffer_minutes, site_id, room_id, caseworker_id,
         language, provision, state, created_by) values ($1, $2, $3, 45, 15, $4, $5, $6, 'de', 'caseworker', 'planned', 'system')`,
      world.officeId,
      other,
      TALK_START,
      world.siteId,
      world.roomIds[0],
      world.caseworkerIds[1],
    );
    await query(`update households set state = 'planned' where id = $1`, other);

    expect(await reconcile()).toEqual({ 'missing-allocations': [3, 2] });
    expect(await reconcile()).toEqual({ 'missing-allocations': [1, 0] });
  });

  it('writes calendar entries anew that differ from their talk, with a higher sequence', async () => {
    const entries = (): Promise<unknown[]> =>
      query('select sequence, starts_at as "startsAt" from calendar_entries where talk_id = $1', talkId);
    await query(
      `update calendar_entries set starts_at = starts_at + interval '1 hour', sequence = sequence + 1 where talk_id = $1`,
      talkId,
    );

    expect(await reconcile()).toEqual({ 'calendar-entries': [1, 1] });
    expect(await entries()).toEqual([{ sequence: 3, startsAt: new Date(TALK_START) }]);
    expect(await reconcile()).toEqual({});
  });

  it('tells a household what got lost, once, and plans the reminders that the rules ask for', async () => {
    const kinds = async (): Promise<string[]> =>
      (await noticesOf(test, talkId)).map(({ kind }) => kind).sort();
    const complete = await kinds();
    expect(complete).toEqual(expect.arrayContaining(['invitation', 'reminder-1', 'reminder-7']));

    await query(
      `delete from notices where talk_id = $1 and kind like 'reminder-%' and kind <> 'reminder-answer'`,
      talkId,
    );
    expect(await reconcile()).toEqual({ 'missing-reminders': [2, 2] });
    expect(await kinds()).toEqual(complete);

    await query('delete from notices where talk_id = $1', talkId);
    expect(await reconcile()).toEqual({ 'untold-talks': [1, 1] });
    expect(await kinds()).toEqual(complete);
    expect(await reconcile()).toEqual({});
  });

  it('lets a household without a talk wait again, and takes up what a dead sender left', async () => {
    const forgotten = await aHousehold(test.database, world.officeId, { state: 'planned' });
    await query(
      `update notices set state = 'sending', lease_token = gen_random_uuid(), lease_until = now() - interval '1 minute'
        where talk_id = $1 and kind = 'invitation'`,
      talkId,
    );

    expect(await reconcile()).toEqual({ 'forgotten-households': [1, 1], 'notice-leases': [1, 1] });
    expect(await query('select state from households where id = $1', forgotten)).toEqual([{ state: 'open' }]);
    expect(await reconcile()).toEqual({});
  });

  it('is done by one process at a time', async () => {
    await test.database.transaction(async (tx) => {
      await tx.query('select pg_advisory_xact_lock(5347, 9)');

      expect(await test.app.get(Reconcile, { strict: false }).run()).toBeUndefined();
    });
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Database } from '../../../src/platform/database/database.js';
import { BookTalk, PlaceTalks, type PlacedTalk, type TalkChoice } from '../../../src/features/talks/index.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { aChoice, after, anEnglishChoice, doubleBookings, noticesOf, TEN } from '../../support/talks.js';
import { aHousehold, aSmallWorld, type SmallWorld } from '../../support/world.js';

describe('talks that are placed together', () => {
  let test: TestApp;
  let world: SmallWorld;
  let first: { householdId: number; talkId: string };
  let second: { householdId: number; talkId: string };

  beforeAll(async () => {
    test = await startTestApp();
  });

  afterAll(() => test.close());

  beforeEach(async () => {
    await test.database.query('delete from talks');
    await test.database.query('delete from allocations');
    world = await aSmallWorld(test.database);
    first = await aTalk(aChoice(world));
    second = await aTalk(aChoice(world, { startsAt: after(60) }));
  });

  async function aTalk(choice: TalkChoice): Promise<{ householdId: number; talkId: string }> {
    const languages = { [choice.language]: 3 };
    const householdId = await aHousehold(test.database, world.officeId, {}, languages);
    const booked = await test.app
      .get(BookTalk)
      .run({ officeId: world.officeId, householdId, actor: 'staff:1', choice });
    if (booked.kind !== 'booked') throw new Error(JSON.stringify(booked));
    return { householdId, talkId: booked.talkId };
  }

  const to = (talk: { householdId: number; talkId: string }, choice: TalkChoice, version = 1) => ({
    householdId: talk.householdId,
    choice,
    moves: { talkId: talk.talkId, version },
  });

  async function place(wanted: Parameters<PlaceTalks['read']>[1]): Promise<PlacedTalk[]> {
    const placing = test.app.get(PlaceTalks);
    const read = await placing.read(world.officeId, wanted);
    return test.app.get(Database).transaction((tx) => placing.run(tx, read, 'staff:1'));
  }

  const kinds = (placed: readonly PlacedTalk[]) =>
    Object.fromEntries(placed.map(({ householdId, kind }) => [householdId, kind]));

  async function starts(): Promise<Record<string, string>> {
    const rows = await test.database.query<{ id: string; startsAt: Date; state: string; revision: number }>(
      'select id, starts_at as "startsAt", state, revision from talks where office_id = $1',
      [world.officeId],
    );
    return Object.fromEntries(
      rows.map((row) => [row.id, `${row.startsAt.toISOString()} ${row.state} r${row.revision}`]),
    );
  }

  it('may change places, and each household hears once of its new time', async () => {
    await test.database.query(`update notices set state = 'sent', sent_at = now() where state = 'planned'`);

    const placed = await place([
      to(first, aChoice(world, { startsAt: after(60) })),
      to(second, aChoice(world)),
    ]);

    expect(kinds(placed)).toEqual({ [first.householdId]: 'moved', [second.householdId]: 'moved' });
    expect(await starts()).toEqual({
      [first.talkId]: `${after(60)} invited r2`,
      [second.talkId]: `${TEN} invited r2`,
    });
    expect(
      (await noticesOf(test.database, first.talkId)).filter((line) => line.startsWith('change')),
    ).toEqual(['change r2 planned']);
    expect(await doubleBookings(test.database)).toEqual([]);
  });

  it('go where another one leaves, and a household without a talk gets what became free', async () => {
    const newcomer = await aHousehold(test.database, world.officeId, {}, { ti: 3 });

    const placed = await place([
      { householdId: newcomer, choice: aChoice(world), moves: null },
      to(first, aChoice(world, { startsAt: after(60) })),
      to(second, aChoice(world, { startsAt: after(120) })),
    ]);

    expect(kinds(placed)).toEqual({
      [newcomer]: 'booked',
      [first.householdId]: 'moved',
      [second.householdId]: 'moved',
    });
    expect(await doubleBookings(test.database)).toEqual([]);
  });

  it('stay where they are when one cannot move, and so does whoever wanted its place', async () => {
    await aTalk(anEnglishChoice(world, { startsAt: after(120), roomId: world.roomIds[0] }));
    const before = await starts();

    const placed = await place([
      to(first, aChoice(world, { startsAt: after(60) })),
      to(second, aChoice(world, { startsAt: after(120) })),
    ]);

    expect(kinds(placed)).toEqual({ [first.householdId]: 'taken', [second.householdId]: 'taken' });
    expect(await starts()).toEqual(before);
    expect(await noticesOf(test.database, first.talkId)).not.toContainEqual(expect.stringContaining(' r2 '));
  });

  it('are not moved by somebody who saw an older version, or when they are over', async () => {
    await test.database.query(`update talks set state = 'cancelled' where id = $1`, [second.talkId]);

    const placed = await place([
      to(first, aChoice(world, { startsAt: after(180) }), 7),
      to(second, aChoice(world, { startsAt: after(240) })),
    ]);

    expect(kinds(placed)).toEqual({
      [first.householdId]: 'changed-meanwhile',
      [second.householdId]: 'not-open',
    });
  });
});

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { BookTalk, type BookTalkOutcome, type TalkChoice } from '../../../src/features/talks/index.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { aChoice, bookingRows, doubleBookings, TEN } from '../../support/talks.js';
import { aHousehold, aSmallWorld, type SmallWorld } from '../../support/world.js';

const BOOKERS = 64;

jest.setTimeout(60_000);

describe('many bookings at one moment', () => {
  let test: TestApp;
  let world: SmallWorld;
  let other: pg.Client;

  beforeAll(async () => {
    test = await startTestApp();
  });

  afterAll(() => test.close());

  beforeEach(async () => {
    await test.database.query('delete from talks');
    await test.database.query('delete from allocations');
    world = await aSmallWorld(test.database);
    other = new pg.Client(test.databaseUrl);
    await other.connect();
  });

  afterEach(() => other.end());

  function book(householdId: number, choice: TalkChoice): Promise<BookTalkOutcome> {
    return test.app.get(BookTalk).run({ officeId: world.officeId, householdId, actor: 'staff:1', choice });
  }

  async function households(count: number): Promise<number[]> {
    const ids: number[] = [];
    for (let made = 0; made < count; made += 1) ids.push(await aHousehold(test.database, world.officeId));
    return ids;
  }

  /** Returns when a connection of the application waits for a lock. */
  async function untilSomebodyWaits(): Promise<void> {
    for (let tries = 0; tries < 400; tries += 1) {
      const { rows } = await other.query(
        `select 1 from pg_locks l join pg_stat_activity a using (pid)
          where not l.granted and a.datname = current_database() and a.pid <> pg_backend_pid()`,
      );
      if (rows.length > 0) return;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    throw new Error('Nobody waited for a lock.');
  }

  async function deadlocks(): Promise<number> {
    const { rows } = await other.query<{ deadlocks: string }>(
      'select deadlocks from pg_stat_database where datname = current_database()',
    );
    return Number(rows[0]?.deadlocks);
  }

  function kindsOf(outcomes: readonly BookTalkOutcome[]): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const { kind } of outcomes) counts[kind] = (counts[kind] ?? 0) + 1;
    return counts;
  }

  async function reserveRoom(): Promise<void> {
    await other.query(
      `insert into allocations (resource_kind, resource_id, during)
       values (1, $1, tstzrange($2, $2::timestamptz + interval '1 hour', '[)'))`,
      [world.roomIds[0], TEN],
    );
  }

  it('waits for whoever books one of the resources, and then sees what that booking took', async () => {
    const [household] = await households(1);
    await other.query('begin');
    await other.query('select pg_advisory_xact_lock(2, $1)', [world.caseworkerIds[0]]);

    const booking = book(household!, aChoice(world));
    await untilSomebodyWaits();
    await reserveRoom();
    await other.query('commit');

    expect((await booking).kind).toBe('taken');
  });

  it('is refused by the constraint when somebody takes the room without a lock, and leaves nothing behind', async () => {
    const [household] = await households(1);
    const before = await bookingRows(test.database);
    await other.query('begin');
    await reserveRoom();

    const booking = book(household!, aChoice(world));
    await untilSomebodyWaits();
    await other.query('commit');

    expect((await booking).kind).toBe('taken');
    expect(await bookingRows(test.database)).toEqual({ ...before, allocations: 1 });
  });

  it('gets the room when the other one gives it up', async () => {
    const [household] = await households(1);
    await other.query('begin');
    await reserveRoom();

    const booking = book(household!, aChoice(world));
    await untilSomebodyWaits();
    await other.query('rollback');

    expect((await booking).kind).toBe('booked');
  });

  it('leaves nothing behind when a later step fails', async () => {
    const [household] = await households(1);
    const before = await bookingRows(test.database);
    await other.query(
      `create function refuse() returns trigger language plpgsql as $$ begin raise exception 'disk full'; end $$;
       create trigger refuse before insert on audit_entries for each row execute function refuse()`,
    );

    await expect(book(household!, aChoice(world))).rejects.toThrow('disk full');

    await other.query('drop trigger refuse on audit_entries; drop function refuse()');
    expect(await bookingRows(test.database)).toEqual(before);
    expect((await book(household!, aChoice(world))).kind).toBe('booked');
  });

  it(`gives one place to exactly one of ${BOOKERS} households`, async () => {
    const ids = await households(BOOKERS);
    const before = await deadlocks();

    const outcomes = await Promise.all(ids.map((id) => book(id, aChoice(world))));

    expect(kindsOf(outcomes)).toEqual({ booked: 1, taken: BOOKERS - 1 });
    expect(await doubleBookings(test.database)).toEqual([]);
    expect(await bookingRows(test.database)).toMatchObject({ talks: 1, allocations: 4, links: 1 });
    expect(await deadlocks()).toBe(before);
  });

  it('gives one household one of many places', async () => {
    const [household] = await households(1);
    const starts = Array.from({ length: 5 }, (_, index) => `2027-01-${25 + index}T09:00:00Z`);

    const outcomes = await Promise.all(
      starts.map((startsAt) => book(household!, aChoice(world, { startsAt }))),
    );

    expect(kindsOf(outcomes)).toEqual({ booked: 1, 'already-planned': 4 });
  });

  it('never deadlocks when room and caseworker are wanted in every combination', async () => {
    const before = await deadlocks();
    const english = (room: number, caseworker: number): TalkChoice =>
      aChoice(world, { roomId: world.roomIds[room]!, caseworkerId: world.caseworkerIds[caseworker]! });
    const combinations = [english(0, 1), english(1, 0), english(0, 0), english(1, 1)];
    const ids = await households(32);

    const outcomes = await Promise.all(ids.map((id, index) => book(id, combinations[index % 4]!)));

    // the one interpreter can only be in one of them
    expect(kindsOf(outcomes)).toEqual({ booked: 1, taken: 31 });
    expect(await doubleBookings(test.database)).toEqual([]);
    expect(await deadlocks()).toBe(before);
  });

  describe('with a safety taken away', () => {
    /** Shadows PostgreSQL's function for every connection that is opened from now on. */
    const withoutLocks = `
      create function public.pg_advisory_xact_lock(int, int) returns void language sql as 'select';
      create function public.pg_advisory_xact_lock_shared(int, int) returns void language sql as 'select';
      create function public.pg_try_advisory_xact_lock(int, int) returns boolean language sql as 'select true';
      do $$ begin execute format('alter database %I set search_path = public, pg_catalog', current_database()); end $$`;
    const withoutConstraint = 'alter table allocations drop constraint allocations_no_overlap';

    /** Sixteen households want the same place, one day after the other until somebody is booked twice; tells how many won. */
    async function raceWithout(
      safeties: readonly string[],
      days: readonly string[],
    ): Promise<{ winners: number[]; doubles: number }> {
      const unsafe = await startTestApp();
      await takeAway(unsafe.databaseUrl, safeties);
      const place = await aSmallWorld(unsafe.database);
      const winners: number[] = [];
      let doubles = 0;
      for (const day of days) {
        winners.push(await oneRound(unsafe, place, day));
        doubles = (await doubleBookings(unsafe.database)).length;
        if (doubles > 0) break;
      }
      await unsafe.close();
      return { winners, doubles };
    }

    async function takeAway(databaseUrl: string, safeties: readonly string[]): Promise<void> {
      const admin = new pg.Client(databaseUrl);
      await admin.connect();
      for (const sql of safeties) await admin.query(sql);
      await admin.query(
        'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
      );
      await admin.end();
      await new Promise((resolve) => setTimeout(resolve, 100));
    }

    async function oneRound(unsafe: TestApp, place: SmallWorld, day: string): Promise<number> {
      const ids: number[] = [];
      for (let made = 0; made < 16; made += 1) ids.push(await aHousehold(unsafe.database, place.officeId));
      const choice = aChoice(place, { startsAt: `${day}T10:00:00Z` });
      const outcomes = await Promise.all(
        ids.map((householdId) =>
          unsafe.app.get(BookTalk).run({ officeId: place.officeId, householdId, actor: 'staff:1', choice }),
        ),
      );
      return kindsOf(outcomes)['booked'] ?? 0;
    }

    // Tuesdays to Fridays: chance decides in which round two transactions overlap
    const DAYS = ['02', '03', '04', '05', '09', '10', '11', '12', '16', '17', '18', '19'].map(
      (day) => `2027-02-${day}`,
    );

    it('the constraint alone still lets only one win', async () => {
      expect(await raceWithout([withoutLocks], DAYS.slice(0, 2))).toEqual({ winners: [1, 1], doubles: 0 });
    });

    it('the locks alone still let only one win', async () => {
      expect(await raceWithout([withoutConstraint], DAYS.slice(0, 2))).toEqual({
        winners: [1, 1],
        doubles: 0,
      });
    });

    it('without both there are double bookings: this test would see them', async () => {
      const { winners, doubles } = await raceWithout([withoutLocks, withoutConstraint], DAYS);

      expect(Math.max(...winners)).toBeGreaterThan(1);
      expect(doubles).toBeGreaterThan(0);
    });
  });
});

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { PublishPlan, type PlanReview } from '../../../src/features/plans/index.js';
import { MONDAY, startTestApp, type TestApp } from '../../support/app.js';
import { aPlan, reviewOf } from '../../support/plans.js';
import { doubleBookings } from '../../support/talks.js';
import {
  aCaseworker,
  aHousehold,
  anInterpreter,
  anOffice,
  aRoom,
  aSite,
  someLanguages,
} from '../../support/world.js';

// each run starts a thread, which takes its time on a busy machine
jest.setTimeout(60_000);

/** A repeatable stream of numbers below a limit (mulberry32). */
function dice(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

const LANGUAGES = ['ti', 'ar', 'ta', 'tr', 'en', 'de'];

/** An office with one or two sites, scarce rooms, people with other hours, limits, absences and closing days. */
async function aRandomOffice(test: TestApp, seed: number): Promise<number> {
  const roll = dice(seed);
  const { database } = test;
  const language = (): string => LANGUAGES[roll(LANGUAGES.length)]!;
  const officeId = await anOffice(database, {
    policies: { bufferMinutes: 5 * roll(4), noticeDays: 7 + roll(8) },
  });
  const sites = await randomSites(test, officeId, roll);
  for (let count = 1 + roll(3); count > 0; count -= 1) {
    const spoken = Object.fromEntries([
      ['de', 3],
      [language(), 1 + roll(3)],
    ]);
    const at = { officeId, siteId: sites[roll(sites.length)]! };
    const id = await aCaseworker(database, at, { max_talks_per_day: 2 + roll(4) }, spoken);
    await absence(test, 2, id, roll);
  }
  for (let count = 2 + roll(4); count > 0; count -= 1) {
    const modes = { on_site: roll(3) > 0, by_phone: roll(2) === 0, by_video: roll(2) === 0 };
    const limits = {
      max_talks_per_day: 1 + roll(4),
      max_talks_per_week: 2 + roll(6),
      transfer_minutes: 15 * roll(5),
    };
    const more = { gender: roll(2) ? 'f' : 'm', secrecy_valid_until: roll(4) ? null : '2027-02-01' };
    const id = await anInterpreter(
      database,
      officeId,
      { ...modes, ...limits, ...more },
      { [language()]: 2, [language()]: 1 + roll(3) },
    );
    await absence(test, 3, id, roll);
  }
  for (let count = 4 + roll(8); count > 0; count -= 1) {
    const wishes = { step_free: roll(5) === 0, accepts_remote_interpreter: roll(2) === 0 };
    const gender = roll(4)
      ? {}
      : { interpreter_gender: roll(2) ? 'f' : 'm', interpreter_gender_required: roll(2) === 0 };
    await aHousehold(
      database,
      officeId,
      { ...wishes, ...gender },
      { [language()]: 3, [language()]: 1 + roll(3) },
    );
  }
  return officeId;
}

/** Their ids. */
async function randomSites(
  test: TestApp,
  officeId: number,
  roll: (limit: number) => number,
): Promise<number[]> {
  const { database } = test;
  const sites: number[] = [];
  for (let count = 1 + roll(2); count > 0; count -= 1) {
    const hours = [1, 2, 3, 4, 5]
      .slice(roll(3))
      .map((day) => [day, '08:00', roll(2) ? '12:00' : '17:00'] as const);
    const siteId = await aSite(database, officeId, {}, hours);
    sites.push(siteId);
    for (let rooms = 1 + roll(2); rooms > 0; rooms -= 1) {
      await aRoom(database, siteId, { seats: 2 + roll(4), step_free: roll(3) > 0, video: roll(2) === 0 });
    }
    await database.query(
      `insert into site_closings (site_id, day, closes_from, closes_until, name)
      values ($1, date '2027-01-25' + $2::int, $3, $4, 'zu')`,
      [siteId, roll(10), ...(roll(2) ? ['08:00', '11:00'] : [null, null])],
    );
  }
  return sites;
}

async function absence(
  test: TestApp,
  kind: number,
  id: number,
  roll: (limit: number) => number,
): Promise<void> {
  await test.database.query(
    `insert into absences (resource_kind, resource_id, during)
     values ($1, $2, tstzrange('2027-01-25T07:00Z'::timestamptz + $3 * interval '1 hour', '2027-01-25T07:00Z'::timestamptz + ($3 + $4) * interval '1 hour'))`,
    [kind, id, roll(200), 1 + roll(72)],
  );
}

describe('whatever the engine plans', () => {
  let test: TestApp;
  let planned = 0;
  let moved = 0;

  beforeAll(async () => {
    test = await startTestApp(MONDAY, { role: 'all' });
    await someLanguages(test.database);
  });

  afterAll(() => test.close());

  it.each(Array.from({ length: 24 }, (_, seed) => seed + 1))(
    'is booked by the rules of booking by hand without one refusal (office %i)',
    async (seed) => {
      const officeId = await aRandomOffice(test, seed);
      const plan = await aPlan(test, officeId, { weeks: 3 + (seed % 3) });
      const { rows } = await reviewOf(test, plan);

      const result = await test.app.get(PublishPlan).run({ officeId, planId: plan.id, actor: 'staff:1' });

      const after = await reviewOf(test, plan);
      expect(after.rows.filter(({ state }) => state === 'conflict').map(({ conflict }) => conflict)).toEqual(
        [],
      );
      if (rows.length > 0) expect(result).toMatchObject({ booked: rows.length, conflicts: 0 });
      planned += rows.length;
    },
  );

  it.each(Array.from({ length: 10 }, (_, index) => 101 + index))(
    'is moved by the rules of moving by hand when people fall out, and nobody is uninvited (office %i)',
    async (seed) => {
      const officeId = await aRandomOffice(test, seed);
      const publish = async (announced: 'keep' | 'absences' | 'worthwhile'): Promise<PlanReview> => {
        const plan = await aPlan(test, officeId, { weeks: 4, announced });
        await test.app.get(PublishPlan).run({ officeId, planId: plan.id, actor: 'staff:1' });
        return reviewOf(test, plan);
      };
      const told = async () =>
        (
          await test.database.query<{ id: string }>(
            `select id from talks where office_id = $1 and state = 'invited' order by id`,
            [officeId],
          )
        ).map(({ id }) => id);
      await publish('keep');
      const before = await told();
      await disturb(officeId, dice(seed));

      const { rows } = await publish(seed % 2 ? 'worthwhile' : 'absences');

      expect(rows.filter(({ state }) => state === 'conflict').map(({ conflict }) => conflict)).toEqual([]);
      expect(await told()).toEqual(expect.arrayContaining(before));
      moved += rows.filter(({ moves }) => moves !== null).length;
    },
  );

  /** Absences in the middle of what was announced, and newcomers who cannot wait. */
  async function disturb(officeId: number, roll: (limit: number) => number): Promise<void> {
    const people = await test.database.query<{ kind: number; id: number }>(
      `select 2 as kind, caseworker_id as id from talks where office_id = $1
       union select 3, interpreter_id from talks where office_id = $1 and interpreter_id is not null order by 1, 2`,
      [officeId],
    );
    for (const { kind, id } of people) if (roll(2)) await absence(test, kind, id, () => roll(100));
    for (let count = 1 + roll(3); count > 0; count -= 1) {
      await aHousehold(test.database, officeId, { target_on: '2027-01-20' }, { de: 3 });
    }
  }

  it('was something in most of them, and nothing of it twice', async () => {
    expect(planned).toBeGreaterThan(50);
    expect(moved).toBeGreaterThan(3);
    expect(await doubleBookings(test.database)).toEqual([]);
  });
});

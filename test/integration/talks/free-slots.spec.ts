import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  BookTalk,
  FreeSlots,
  type FreeSlot,
  type FreeSlotsQuestion,
  type TalkChoice,
} from '../../../src/features/talks/index.js';
import { MONDAY, startTestApp, type TestApp } from '../../support/app.js';
import { aChoice, after, anEnglishChoice, doubleBookings, TEN } from '../../support/talks.js';
import {
  aCaseworker,
  aHousehold,
  anInterpreter,
  anOffice,
  aPerson,
  aRoom,
  aSite,
  aSmallWorld,
  someLanguages,
  type SmallWorld,
} from '../../support/world.js';

describe('looking for free places', () => {
  let test: TestApp;
  let world: SmallWorld;
  let householdId: number;

  beforeAll(async () => {
    test = await startTestApp();
  });

  afterAll(() => test.close());

  beforeEach(async () => {
    test.clock.moveTo(MONDAY);
    await test.database.query('delete from talks');
    await test.database.query('delete from allocations');
    world = await aSmallWorld(test.database);
    householdId = await aHousehold(test.database, world.officeId);
  });

  function find(question: Partial<FreeSlotsQuestion> = {}) {
    return test.app.get(FreeSlots).run(world.officeId, { householdId, limit: 5, ...question });
  }

  async function slots(question: Partial<FreeSlotsQuestion> = {}): Promise<readonly FreeSlot[]> {
    const answer = await find(question);
    if (answer.kind !== 'proposed') throw new Error(JSON.stringify(answer));
    return answer.slots;
  }

  async function book(id: number, choice: TalkChoice): Promise<string> {
    const outcome = await test.app
      .get(BookTalk)
      .run({ officeId: world.officeId, householdId: id, actor: 'staff:1', choice });
    if (outcome.kind !== 'booked') throw new Error(JSON.stringify(outcome));
    return outcome.talkId;
  }

  it('finds the first day that keeps the notice, with all names, reasons and the price', async () => {
    const [first] = await slots();

    expect(first).toMatchObject({
      startsAt: '2027-01-25T07:00:00.000Z',
      endsAt: '2027-01-25T07:45:00.000Z',
      mode: 'onsite',
      siteId: world.siteId,
      interpreterId: world.interpreterId,
      interpreterMode: 'onsite',
      language: 'ti',
      provision: 'interpreter',
      // one hour at least, and the way: 82.50 + 40.00
      moneyRappen: 12_250,
    });
    expect(first?.interpreterName).toContain('Vorname');
    expect(first?.siteName).toContain('Standort');
    expect(first?.reasons).toContain('interpreter-speaks-language');
  });

  it('leaves out what is taken, also by a talk that was booked a moment ago', async () => {
    const other = await aHousehold(test.database, world.officeId);
    await book(other, aChoice(world, { startsAt: '2027-01-25T07:00:00Z' }));

    const starts = (await slots({ limit: 50, to: '2027-01-25' })).map(({ startsAt }) => startsAt);

    // the interpreter is free again at 8:45, fifteen minutes before room and caseworker are
    expect(starts[0]).toBe('2027-01-25T07:45:00.000Z');
    expect(new Set(starts).size).toBe(starts.length);
  });

  it('finds only places of the wished person, room and days', async () => {
    const found = await slots({
      from: '2027-02-02',
      to: '2027-02-03',
      caseworkerId: world.caseworkerIds[1],
      roomId: world.roomIds[1],
      perDay: 2,
      limit: 20,
    });

    expect(found).toHaveLength(4);
    for (const slot of found) {
      expect(slot).toMatchObject({ caseworkerId: world.caseworkerIds[1], roomId: world.roomIds[1] });
      expect(slot.startsAt.slice(0, 10)).toMatch(/2027-02-0[23]/);
    }
  });

  it('offers every caseworker at one wished time', async () => {
    const found = await slots({ startsAt: TEN });

    expect(found.map(({ caseworkerId }) => caseworkerId).sort()).toEqual([...world.caseworkerIds].sort());
  });

  it('prefers times near a wished one', async () => {
    const [first] = await slots({ near: '2027-02-10T13:00:00Z' });

    expect(first?.startsAt.slice(0, 10)).toBe('2027-02-10');
  });

  it('offers an interpreter by phone where the room has no screen', async () => {
    await test.database.query('update rooms set video = (id = $1)', [world.roomIds[1]]);
    await test.database.query(
      'update interpreters set on_site = false, by_phone = true, by_video = true where id = $1',
      [world.interpreterId],
    );

    const modes = await Promise.all(
      world.roomIds.map(async (roomId) => (await slots({ roomId, limit: 1 }))[0]?.interpreterMode),
    );

    expect(modes).toEqual(['phone', 'video']);
  });

  it('says what stands in the way, and of whom', async () => {
    await test.database.query('update interpreters set secrecy_declared_on = null where id = $1', [
      world.interpreterId,
    ]);

    const answer = await find();

    expect(answer.kind).toBe('impossible');
    expect(answer.kind === 'impossible' && answer.obstacles[0]).toMatchObject({
      rule: 'interpreter-is-sworn-to-secrecy',
      names: [expect.stringContaining('Vorname')],
    });
  });

  it('knows only households of its office', async () => {
    const elsewhere = await aHousehold(test.database, await anOffice(test.database));

    await expect(find({ householdId: elsewhere })).rejects.toThrow('household-not-found');
  });

  describe('for a talk that is being moved', () => {
    it('counts its own places as free, keeps the shorter notice and offers other times', async () => {
      const talkId = await book(householdId, aChoice(world));
      await test.database.query('delete from interpreter_hours where interpreter_id = $1 and weekday <> 1', [
        world.interpreterId,
      ]);

      const found = await slots({ talkId, near: TEN, limit: 8 });

      expect(found.map(({ startsAt }) => startsAt)).not.toContain(TEN);
      expect(found[0]?.startsAt).toMatch(/^2027-01-25T(08:45|09:15)/);
      const [early] = await slots({ talkId, to: '2027-01-18' });
      expect(early?.startsAt.slice(0, 10)).toBe('2027-01-18');
    });

    it('keeps its own time when exactly that is asked for', async () => {
      const talkId = await book(householdId, aChoice(world));

      expect((await slots({ talkId, startsAt: TEN })).length).toBeGreaterThan(0);
    });

    it('must be the household’s own', async () => {
      const other = await aHousehold(test.database, world.officeId);
      const talkId = await book(other, aChoice(world));

      await expect(find({ talkId })).rejects.toThrow('talk-not-found');
    });

    it('finds nothing for a household that has a talk already', async () => {
      await book(householdId, aChoice(world));

      const answer = await find();

      expect(answer).toMatchObject({ kind: 'impossible', obstacles: [{ rule: 'newcomer-has-one-talk' }] });
    });
  });

  it('offers the loser of a race the next best places', async () => {
    const other = await aHousehold(test.database, world.officeId, {}, { en: 3 });
    await book(
      householdId,
      aChoice(world, { roomId: world.roomIds[1], caseworkerId: world.caseworkerIds[1] }),
    );

    const outcome = await test.app.get(BookTalk).run({
      officeId: world.officeId,
      householdId: other,
      actor: 'staff:1',
      choice: anEnglishChoice(world),
    });

    expect(outcome.kind).toBe('taken');
    const alternatives = outcome.kind === 'taken' ? outcome.alternatives : [];
    expect(alternatives).toHaveLength(5);
    expect([after(-60), after(60)]).toContain(alternatives[0]?.startsAt);
    const again = {
      officeId: world.officeId,
      householdId: other,
      actor: 'staff:1',
      choice: alternatives[0]!,
    };
    expect((await test.app.get(BookTalk).run(again)).kind).toBe('booked');
  });
});

describe('whatever is proposed', () => {
  let test: TestApp;

  beforeAll(async () => {
    test = await startTestApp();
  });

  afterAll(() => test.close());

  const languages = ['ti', 'ar', 'tr', 'en', 'fr', 'de'];
  const seldom = fc.nat(4).map((number) => number === 0);
  const some = fc.subarray(languages, { minLength: 1, maxLength: 3 });
  const levels = fc.constantFrom(1, 2, 3);
  const spoken = some.chain((known) =>
    fc
      .tuple(...known.map(() => levels))
      .map((level) => Object.fromEntries(known.map((l, i) => [l, level[i]!]))),
  );
  const household = fc.record({
    languages: some.chain((known) =>
      fc
        .shuffledSubarray(known, { minLength: known.length })
        .map((order) => Object.fromEntries(order.map((l) => [l, 3]))),
    ),
    step_free: seldom,
    interpreter_gender: fc.constantFrom(null, 'f', 'm'),
    interpreter_gender_required: seldom,
    accepts_remote_interpreter: fc.boolean(),
    persons: fc.integer({ min: 1, max: 5 }),
  });
  const office = fc.record({
    policies: fc.record({
      slotMinutes: fc.constantFrom(15, 30),
      talkMinutes: fc.constantFrom(30, 45, 60),
      bufferMinutes: fc.constantFrom(0, 15),
      horizonWeeks: fc.integer({ min: 3, max: 6 }),
    }),
    rooms: fc.array(
      fc.record({ seats: fc.integer({ min: 2, max: 8 }), step_free: fc.boolean(), video: fc.boolean() }),
      { minLength: 1, maxLength: 2 },
    ),
    caseworkers: fc.array(
      fc.record({ languages: spoken, max_talks_per_day: fc.integer({ min: 1, max: 4 }) }),
      {
        minLength: 1,
        maxLength: 2,
      },
    ),
    interpreters: fc.array(
      fc.record({
        languages: spoken,
        gender: fc.constantFrom('f', 'm'),
        on_site: fc.boolean(),
        by_phone: fc.boolean(),
        by_video: fc.boolean(),
        max_talks_per_day: fc.integer({ min: 1, max: 3 }),
        max_talks_per_week: fc.integer({ min: 1, max: 4 }),
        secrecy_valid_until: fc.constantFrom(null, '2027-01-27', '2027-02-10'),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    /** Days on which the site is closed from noon, or the whole day. */
    closings: fc.uniqueArray(fc.record({ day: fc.integer({ min: 25, max: 29 }), half: fc.boolean() }), {
      selector: ({ day }) => day,
      maxLength: 2,
    }),
    households: fc.array(household, { minLength: 6, maxLength: 10 }),
  });

  it('is booked without a refusal', async () => {
    const { database } = test;
    await someLanguages(database);
    let bookings = 0;

    const property = fc.asyncProperty(office, async (given) => {
      const officeId = await anOffice(database, { policies: given.policies });
      const siteId = await aSite(database, officeId);
      for (const room of given.rooms) await aRoom(database, siteId, room);
      for (const { languages: known, ...row } of given.caseworkers) {
        await aCaseworker(database, { officeId, siteId }, row, known);
      }
      for (const { languages: known, ...row } of given.interpreters)
        await anInterpreter(database, officeId, row, known);
      for (const { day, half } of given.closings) {
        await database.query(
          `insert into site_closings (site_id, day, closes_from, closes_until, name) values ($1, $2, $3, $4, 'zu')`,
          [siteId, `2027-01-${day}`, half ? '12:00' : null, half ? '24:00' : null],
        );
      }
      for (const { languages: known, persons, ...row } of given.households) {
        const householdId = await aHousehold(database, officeId, row, known);
        for (let more = 1; more < persons; more += 1) await aPerson(database, { officeId, householdId });
        const answer = await test.app.get(FreeSlots).run(officeId, { householdId, limit: 3, perDay: 1 });
        if (answer.kind === 'impossible') {
          expect(answer.obstacles.length).toBeGreaterThan(0);
          continue;
        }
        const choice = answer.slots.at(-1)!;
        const outcome = await test.app.get(BookTalk).run({ officeId, householdId, actor: 'staff:1', choice });
        expect(outcome).toMatchObject({ kind: 'booked' });
        bookings += 1;
      }
    });
    await fc.assert(property, { numRuns: 20 });

    expect(bookings).toBeGreaterThanOrEqual(50);
    expect(await doubleBookings(database)).toEqual([]);
  }, 120_000);
});

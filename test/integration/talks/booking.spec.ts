import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  BookTalk,
  TalkQueries,
  type BookTalkOutcome,
  type TalkChoice,
} from '../../../src/features/talks/index.js';
import { MONDAY, startTestApp, type TestApp } from '../../support/app.js';
import {
  aChoice,
  after,
  allocationsOf,
  anEnglishChoice,
  bookingRows,
  householdState,
  noticesOf,
  TEN,
} from '../../support/talks.js';
import {
  aHousehold,
  anInterpreter,
  anOffice,
  aRoom,
  aSite,
  aSmallWorld,
  type SmallWorld,
} from '../../support/world.js';

describe('booking a talk', () => {
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

  function book(choice: TalkChoice, more: { overrideReason?: string; householdId?: number } = {}) {
    return test.app.get(BookTalk).run({
      officeId: world.officeId,
      householdId,
      actor: 'staff:1',
      choice,
      ...more,
    });
  }

  async function booked(choice: TalkChoice, more: { overrideReason?: string; householdId?: number } = {}) {
    const outcome = await book(choice, more);
    if (outcome.kind !== 'booked') throw new Error(JSON.stringify(outcome));
    return outcome.talkId;
  }

  function rulesOf(outcome: BookTalkOutcome): string[] {
    return outcome.kind === 'refused' ? outcome.violations.map(({ rule }) => rule) : [outcome.kind];
  }

  it('takes room and caseworker through the buffer, interpreter and household until the end', async () => {
    const talkId = await booked(aChoice(world));

    expect(await allocationsOf(test.database, talkId)).toEqual([
      `1:${world.roomIds[0]} 10:00–11:00`,
      `2:${world.caseworkerIds[0]} 10:00–11:00`,
      `3:${world.interpreterId} 10:00–10:45`,
      `4:${householdId} 10:00–10:45`,
    ]);
  });

  it('can be read back with all its names', async () => {
    const talkId = await booked(aChoice(world));

    const talk = await test.app.get(TalkQueries).byId(world.officeId, talkId);

    expect(talk).toMatchObject({
      householdId,
      startsAt: new Date(TEN),
      endsAt: new Date(after(45)),
      provision: 'interpreter',
      state: 'invited',
      revision: 1,
      version: 1,
      town: 'Musterstadt',
      personCount: 1,
      overrideReason: null,
    });
    expect(talk.interpreterName).toContain('Vorname');
    expect(talk.personName).toMatch(/^Person\d+ Muster\d+$/);
  });

  it('plans the notices and the link, writes the audit, and the household no longer waits', async () => {
    const talkId = await booked(aChoice(world));

    expect((await noticesOf(test.database, talkId)).sort()).toEqual([
      'interpreter-booked r1 planned',
      'interpreter-reminder r1 planned',
      'invitation r1 planned',
      'reminder-1 r1 planned',
      'reminder-7 r1 planned',
    ]);
    expect(await householdState(test.database, householdId)).toBe('planned');
    const audit = await test.database.query(
      'select actor, action, detail from audit_entries where subject_id = $1',
      [talkId],
    );
    expect(audit).toEqual([
      { actor: 'staff:1', action: 'talk-booked', detail: { householdId, startsAt: TEN, overridden: [] } },
    ]);
  });

  it('lets the next talk begin when the buffer ends, and not before', async () => {
    await booked(aChoice(world));
    const other = await aHousehold(test.database, world.officeId);

    expect((await book(aChoice(world, { startsAt: after(45) }), { householdId: other })).kind).toBe('taken');
    expect((await book(aChoice(world, { startsAt: after(60) }), { householdId: other })).kind).toBe('booked');
  });

  it('says that the household has a talk already', async () => {
    const talkId = await booked(aChoice(world));

    expect(await book(aChoice(world, { startsAt: after(1440) }))).toEqual({
      kind: 'already-planned',
      talkId,
    });
  });

  it('knows how the talk will be understood', async () => {
    const queries = test.app.get(TalkQueries);
    const english = await aHousehold(test.database, world.officeId, {}, { en: 3 });
    const relay = await aHousehold(test.database, world.officeId, {}, { tr: 3, en: 2 });
    const german = await aHousehold(test.database, world.officeId, {}, { tr: 3, de: 2 });

    const talks = [
      await booked(anEnglishChoice(world), { householdId: english }),
      await booked(anEnglishChoice(world, { startsAt: after(60) }), { householdId: relay }),
      await booked(anEnglishChoice(world, { startsAt: after(120), language: 'de' }), { householdId: german }),
    ];

    const provisions = await Promise.all(talks.map((id) => queries.byId(world.officeId, id)));
    expect(provisions.map((talk) => talk.provision)).toEqual(['caseworker', 'relay', 'german']);
  });

  it('counts little German as none', async () => {
    const little = await aHousehold(test.database, world.officeId, {}, { tr: 3, de: 1 });

    const outcome = await book(anEnglishChoice(world, { language: 'de' }), { householdId: little });

    expect(rulesOf(outcome)).toContain('newcomer-understands-language');
  });

  it('refuses what a rule forbids, names whom it is about, and offers other places', async () => {
    await test.database.query('update interpreters set secrecy_declared_on = null where id = $1', [
      world.interpreterId,
    ]);

    const outcome = await book(aChoice(world));

    expect(outcome).toMatchObject({
      kind: 'refused',
      violations: [
        {
          rule: 'interpreter-is-sworn-to-secrecy',
          overridable: false,
          names: [expect.stringContaining('Vorname')],
        },
      ],
    });
    expect(await bookingRows(test.database)).toMatchObject({ talks: 0, allocations: 0 });
  });

  it('throws for a household of another office, and for one that does not wait', async () => {
    const elsewhere = await aHousehold(test.database, await anOffice(test.database));
    const done = await aHousehold(test.database, world.officeId, { state: 'done' });

    await expect(book(aChoice(world), { householdId: elsewhere })).rejects.toThrow('household-not-found');
    await expect(book(aChoice(world), { householdId: done })).rejects.toThrow('household-not-open');
  });

  it('refuses rooms, caseworkers and interpreters of another office', async () => {
    const other = await aSmallWorld(test.database);

    expect(rulesOf(await book(aChoice(world, { roomId: other.roomIds[0] })))).toContain(
      'room-is-at-the-site',
    );
    expect(rulesOf(await book(aChoice(world, { caseworkerId: other.caseworkerIds[0] })))).toEqual([
      'everything-is-known',
    ]);
    expect(rulesOf(await book(aChoice(world, { interpreterId: other.interpreterId })))).toEqual([
      'everything-is-known',
    ]);
  });

  it('refuses what is switched off', async () => {
    await test.database.query('update rooms set active = false where id = $1', [world.roomIds[0]]);
    await test.database.query('update caseworkers set active = false where id = $1', [
      world.caseworkerIds[1],
    ]);

    expect(rulesOf(await book(aChoice(world)))).toContain('room-is-at-the-site');
    expect(
      rulesOf(await book(aChoice(world, { roomId: world.roomIds[1], caseworkerId: world.caseworkerIds[1] }))),
    ).toEqual(['everything-is-known']);
  });

  describe('against the rules of the office', () => {
    it('is refused without a reason, and says that a reason would do', async () => {
      const outcome = await book(aChoice(world, { startsAt: '2027-01-13T09:00:00Z' }));

      expect(outcome).toMatchObject({
        kind: 'refused',
        violations: [{ rule: 'notice-is-kept', overridable: true, date: '2027-01-25', limit: 14 }],
      });
    });

    it('is booked with a reason, and the reason is kept', async () => {
      const talkId = await booked(aChoice(world, { startsAt: '2027-01-13T09:00:00Z' }), {
        overrideReason: ' Person ist schon da ',
      });

      const talk = await test.app.get(TalkQueries).byId(world.officeId, talkId);
      expect(talk.overrideReason).toBe('Person ist schon da');
      const [entry] = await test.database.query<{ detail: unknown }>(
        'select detail from audit_entries where subject_id = $1',
        [talkId],
      );
      expect(entry?.detail).toMatchObject({ overridden: ['notice-is-kept'] });
    });

    it('keeps no reason that was not needed', async () => {
      const talkId = await booked(aChoice(world), { overrideReason: 'zur Sicherheit' });

      expect((await test.app.get(TalkQueries).byId(world.officeId, talkId)).overrideReason).toBeNull();
    });

    it.each([
      ['outside opening hours', '2027-01-25T18:00:00Z', 'site-is-open'],
      ['off the grid', '2027-01-25T09:05:00Z', 'starts-on-the-grid'],
      ['after the horizon', '2027-06-07T09:00:00Z', 'inside-the-horizon'],
    ])('may be %s with a reason', async (_where, startsAt, rule) => {
      expect(rulesOf(await book(aChoice(world, { startsAt })))).toContain(rule);
      expect((await book(aChoice(world, { startsAt }), { overrideReason: 'abgemacht' })).kind).toBe('booked');
    });

    it('never puts anybody in two places, not even after the horizon', async () => {
      const startsAt = '2027-06-07T09:00:00Z';
      const other = await aHousehold(test.database, world.officeId);
      await booked(aChoice(world, { startsAt }), { overrideReason: 'abgemacht' });

      const outcome = await book(aChoice(world, { startsAt }), {
        overrideReason: 'trotzdem',
        householdId: other,
      });

      expect(outcome.kind).toBe('taken');
    });

    it('never sends a wheelchair up the stairs', async () => {
      const upstairs = await aRoom(test.database, world.siteId, { step_free: false });
      const wheelchair = await aHousehold(test.database, world.officeId, { step_free: true });

      const outcome = await book(aChoice(world, { roomId: upstairs }), {
        householdId: wheelchair,
        overrideReason: 'geht schon',
      });

      expect(rulesOf(outcome)).toEqual(['room-is-step-free']);
    });

    it('never lets an interpreter without a secrecy declaration listen', async () => {
      await test.database.query(`update interpreters set secrecy_valid_until = '2027-01-24' where id = $1`, [
        world.interpreterId,
      ]);

      const outcome = await book(aChoice(world), { overrideReason: 'geht schon' });

      expect(rulesOf(outcome)).toEqual(['interpreter-is-sworn-to-secrecy']);
    });
  });

  describe('with an interpreter from afar', () => {
    async function remote(row: Record<string, unknown>, roomVideo: boolean, mode: 'phone' | 'video') {
      await test.database.query('update rooms set video = $2 where id = $1', [world.roomIds[0], roomVideo]);
      const interpreterId = await anInterpreter(test.database, world.officeId, { on_site: false, ...row });
      return book(aChoice(world, { interpreterId, interpreterMode: mode }));
    }

    it('works by phone in any room', async () => {
      expect((await remote({ by_phone: true }, false, 'phone')).kind).toBe('booked');
    });

    it('works by video only in a room with a screen', async () => {
      expect(rulesOf(await remote({ by_video: true }, false, 'video'))).toEqual(['room-has-video']);
      expect((await remote({ by_video: true }, true, 'video')).kind).toBe('booked');
    });

    it('works only in the way the interpreter offers', async () => {
      expect(rulesOf(await remote({ by_phone: true }, true, 'video'))).toEqual([
        'interpreter-works-remotely',
      ]);
      expect(rulesOf(await remote({ by_video: true }, true, 'phone'))).toEqual([
        'interpreter-works-remotely',
      ]);
    });
  });

  describe('when the calendar says no', () => {
    it('is refused on a closing day and on the closed half of a day', async () => {
      await test.database.query(
        `insert into site_closings (site_id, day, closes_from, closes_until, name)
         values ($1, '2027-01-25', null, null, 'Feiertag'), ($1, '2027-01-26', '12:00', '24:00', 'Nachmittag frei')`,
        [world.siteId],
      );

      expect(rulesOf(await book(aChoice(world)))).toContain('site-is-not-closed');
      expect(rulesOf(await book(aChoice(world, { startsAt: '2027-01-26T13:00:00Z' })))).toEqual([
        'room-is-not-blocked',
      ]);
      expect((await book(aChoice(world, { startsAt: '2027-01-26T09:00:00Z' }))).kind).toBe('booked');
    });

    it.each([
      [1, 'room-is-not-blocked'],
      [2, 'caseworker-is-not-absent'],
      [3, 'interpreter-is-not-absent'],
    ])('knows absences of kind %i', async (kind, rule) => {
      const ids = [0, world.roomIds[0], world.caseworkerIds[0], world.interpreterId];
      await test.database.query(
        `insert into absences (resource_kind, resource_id, during) values ($1, $2, '[2027-01-25 09:30+00,infinity)')`,
        [kind, ids[kind]],
      );

      expect(rulesOf(await book(aChoice(world)))).toEqual([rule]);
    });

    it('knows that the interpreter is at another office, and needs time to come from there', async () => {
      const other = await aSmallWorld(test.database);
      await test.database.query(
        'insert into office_interpreters (office_id, interpreter_id) values ($1, $2)',
        [other.officeId, world.interpreterId],
      );
      const theirs = await aHousehold(test.database, other.officeId);
      const there = await test.app.get(BookTalk).run({
        officeId: other.officeId,
        householdId: theirs,
        actor: 'staff:2',
        choice: aChoice(other, { interpreterId: world.interpreterId }),
      });
      expect(there.kind).toBe('booked');

      expect((await book(aChoice(world))).kind).toBe('taken');
      expect(rulesOf(await book(aChoice(world, { startsAt: after(60) })))).toEqual([
        'interpreter-can-change-place',
      ]);
      expect((await book(aChoice(world, { startsAt: after(105) }))).kind).toBe('booked');
    });

    it('counts the talks of the whole week for the limit of the week', async () => {
      await test.database.query('update interpreters set max_talks_per_week = 1 where id = $1', [
        world.interpreterId,
      ]);
      await booked(aChoice(world, { startsAt: '2027-01-29T09:00:00Z' }));
      const other = await aHousehold(test.database, world.officeId);

      expect(rulesOf(await book(aChoice(world), { householdId: other }))).toEqual(['interpreter-week-limit']);
      expect(
        (await book(aChoice(world, { startsAt: '2027-02-01T09:00:00Z' }), { householdId: other })).kind,
      ).toBe('booked');
    });

    it('keeps what a hold has reserved until the hold is over', async () => {
      await test.database.query(
        `insert into allocations (resource_kind, resource_id, during, state, expires_at) values
          (1, $1, '[2027-01-25 09:00+00,2027-01-25 10:00+00)', 'held', '2027-01-11 08:05+00')`,
        [world.roomIds[0]],
      );

      expect((await book(aChoice(world))).kind).toBe('taken');
      test.clock.moveTo(new Date('2027-01-11T08:06:00Z'));
      expect((await book(aChoice(world))).kind).toBe('booked');
    });
  });

  describe('in the nights in which the clock changes', () => {
    /** Opens on Sundays from 01:00 to 05:00 on the wall clock, with a room and the English-speaking caseworker. */
    async function nightRoom(): Promise<number> {
      const site = await aSite(test.database, world.officeId, {}, [[7, '01:00', '05:00']]);
      await test.database.query(
        `insert into caseworker_hours (caseworker_id, site_id, weekday, starts, ends) values ($1, $2, 7, '01:00', '05:00')`,
        [world.caseworkerIds[1], site],
      );
      return aRoom(test.database, site);
    }

    async function bookNight(roomId: number, startsAt: string) {
      const english = await aHousehold(test.database, world.officeId, {}, { en: 3 });
      return book(anEnglishChoice(world, { roomId, startsAt }), { householdId: english });
    }

    it('loses the hour that the spring night does not have', async () => {
      test.clock.moveTo(new Date('2027-03-01T08:00:00Z'));
      const roomId = await nightRoom();

      // 05:00 is 03:00 UTC on 28 March 2027: three hours after 01:00
      expect(rulesOf(await bookNight(roomId, '2027-03-28T02:30:00Z'))).toContain('site-is-open');
      expect(rulesOf(await bookNight(roomId, '2027-03-27T23:45:00Z'))).toContain('site-is-open');
      const outcome = (await bookNight(roomId, '2027-03-28T00:45:00Z')) as { talkId: string };
      expect(await allocationsOf(test.database, outcome.talkId)).toEqual([
        `1:${roomId} 01:45–03:45`,
        `2:${world.caseworkerIds[1]} 01:45–03:45`,
        expect.stringMatching(/^4:\d+ 01:45–03:30$/),
      ]);
    });

    it('has room for two talks at half past two in the autumn night', async () => {
      test.clock.moveTo(new Date('2027-10-04T08:00:00Z'));
      const roomId = await nightRoom();

      // 02:30 in summer time and an hour later 02:30 in winter time; 05:00 is 04:00 UTC
      const outcomes = [
        await bookNight(roomId, '2027-10-31T00:30:00Z'),
        await bookNight(roomId, '2027-10-31T01:30:00Z'),
        await bookNight(roomId, '2027-10-31T03:00:00Z'),
      ];

      expect(outcomes.map(({ kind }) => kind)).toEqual(['booked', 'booked', 'booked']);
      expect(rulesOf(await bookNight(roomId, '2027-10-31T03:15:00Z'))).not.toEqual(['booked']);
      const talks = await test.app.get(TalkQueries).between(world.officeId, '2027-10-31', '2027-10-31');
      expect(talks.map(({ startsAt }) => startsAt.toISOString().slice(11, 16))).toEqual([
        '00:30',
        '01:30',
        '03:00',
      ]);
    });
  });
});

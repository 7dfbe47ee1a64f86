import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  BookTalk,
  CancelTalk,
  ConfirmTalk,
  MoveTalk,
  RecordOutcome,
  RequestOtherTime,
  TalkQueries,
  UndoCancellation,
  UndoOutcome,
  type MoveTalkOutcome,
  type TalkChoice,
  type TalkView,
} from '../../../src/features/talks/index.js';
import { MONDAY, startTestApp, type TestApp } from '../../support/app.js';
import {
  aChoice,
  after,
  allocationsOf,
  anEnglishChoice,
  doubleBookings,
  householdState,
  noticesOf,
  TEN,
} from '../../support/talks.js';
import { aHousehold, anInterpreter, anOffice, aSmallWorld, type SmallWorld } from '../../support/world.js';

describe('a booked talk', () => {
  let test: TestApp;
  let world: SmallWorld;
  let householdId: number;
  let talkId: string;

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
    talkId = await book(householdId, aChoice(world));
  });

  async function book(household: number, choice: TalkChoice): Promise<string> {
    const outcome = await test.app
      .get(BookTalk)
      .run({ officeId: world.officeId, householdId: household, actor: 'staff:1', choice });
    if (outcome.kind !== 'booked') throw new Error(JSON.stringify(outcome));
    return outcome.talkId;
  }

  function now(): Promise<TalkView> {
    return test.app.get(TalkQueries).byId(world.officeId, talkId);
  }

  /** As if the sender had been there. */
  async function allSent(): Promise<void> {
    await test.database.query(`update notices set state = 'sent', sent_at = now() where state = 'planned'`);
  }

  function move(
    choice: TalkChoice,
    more: { actor?: string; version?: number; overrideReason?: string } = {},
  ) {
    const command = { officeId: world.officeId, talkId, version: 1, actor: 'staff:1', choice, ...more };
    return test.app.get(MoveTalk).run(command);
  }

  function confirm(revision = 1) {
    return test.app
      .get(ConfirmTalk)
      .run({ officeId: world.officeId, talkId, revision, actor: `household:${householdId}` });
  }

  function cancel(more: { actor?: string; version?: number; by?: 'household' | 'office' } = {}) {
    return test.app.get(CancelTalk).run({
      officeId: world.officeId,
      talkId,
      version: 1,
      actor: 'staff:1',
      by: 'office',
      reason: ' krank ',
      ...more,
    });
  }

  describe('being moved', () => {
    it('takes the new resources and gives back the old ones', async () => {
      const second = await anInterpreter(test.database, world.officeId);

      const outcome = await move(
        aChoice(world, { startsAt: after(75), roomId: world.roomIds[1], interpreterId: second }),
      );

      expect(outcome).toEqual({ kind: 'moved', talkId, revision: 2, version: 2 });
      expect(await allocationsOf(test.database, talkId)).toEqual([
        `1:${world.roomIds[1]} 11:15–12:15`,
        `2:${world.caseworkerIds[0]} 11:15–12:15`,
        `3:${second} 11:15–12:00`,
        `4:${householdId} 11:15–12:00`,
      ]);
    });

    it('may move onto a part of its own time', async () => {
      expect((await move(aChoice(world, { startsAt: after(15) }))).kind).toBe('moved');
    });

    it('takes back what was not sent, and tells the new time once', async () => {
      await move(aChoice(world, { startsAt: after(75) }));

      expect((await noticesOf(test.database, talkId)).sort()).toEqual([
        'interpreter-booked r1 superseded',
        'interpreter-booked r2 planned',
        'interpreter-reminder r1 superseded',
        'interpreter-reminder r2 planned',
        'invitation r1 superseded',
        'invitation r2 planned',
        'reminder-1 r1 superseded',
        'reminder-1 r2 planned',
        'reminder-7 r1 superseded',
        'reminder-7 r2 planned',
      ]);
    });

    it('asks the household again when the office moved it, and not when the household did', async () => {
      await confirm();

      await move(aChoice(world, { startsAt: after(75) }), { version: 2 });
      expect((await now()).state).toBe('invited');

      await move(aChoice(world, { startsAt: after(150) }), { version: 3, actor: `household:${householdId}` });
      expect((await now()).state).toBe('confirmed');
    });

    it('keeps three days instead of two weeks’ notice, because the household knows already', async () => {
      expect((await move(aChoice(world, { startsAt: '2027-01-14T09:00:00Z' }))).kind).toBe('moved');
    });

    it('stays where it is when the new place is taken', async () => {
      const other = await aHousehold(test.database, world.officeId, {}, { en: 3 });
      await book(other, anEnglishChoice(world));

      const outcome = await move(aChoice(world, { roomId: world.roomIds[1] }));

      expect(outcome.kind).toBe('taken');
      expect(await now()).toMatchObject({ roomId: world.roomIds[0], revision: 1, version: 1 });
      expect(await allocationsOf(test.database, talkId)).toHaveLength(4);
    });

    it('is refused by the same rules as a booking, and by the same may be overridden', async () => {
      const sunday = aChoice(world, { startsAt: '2027-01-31T09:00:00Z' });

      expect(await move(sunday)).toMatchObject({ kind: 'refused' });
      expect((await move(sunday, { overrideReason: 'Person arbeitet werktags' })).kind).toBe('moved');
    });

    it('says who was faster when it was changed meanwhile', async () => {
      await confirm();

      expect(await move(aChoice(world, { startsAt: after(75) }))).toMatchObject({
        kind: 'changed-meanwhile',
        version: 2,
        revision: 1,
        changedBy: `household:${householdId}`,
        changedAt: expect.any(Date),
      });
    });

    it('changes nothing when it is there already, also the second time', async () => {
      const there = aChoice(world, { startsAt: after(75) });
      await move(there);

      expect(await move(there)).toEqual({ kind: 'moved', talkId, revision: 2, version: 2 });
      expect(await now()).toMatchObject({ revision: 2, version: 2 });
    });

    it('is too late for the household a day before, and not for the office', async () => {
      test.clock.moveTo(new Date('2027-01-24T09:00:01Z'));
      const later = aChoice(world, { startsAt: '2027-01-28T09:00:00Z' });

      await expect(move(later, { actor: `household:${householdId}` })).rejects.toThrow('talk-too-late');
      expect((await move(later)).kind).toBe('moved');
    });

    it('is over when it has begun', async () => {
      test.clock.moveTo(new Date(TEN));

      expect(await move(aChoice(world, { startsAt: '2027-02-01T09:00:00Z' }))).toEqual({
        kind: 'not-open',
        state: 'invited',
      });
    });

    it('belongs to its office', async () => {
      const officeId = await anOffice(test.database);

      const foreign = test.app
        .get(MoveTalk)
        .run({ officeId, talkId, version: 1, actor: 'staff:9', choice: aChoice(world) });

      await expect(foreign).rejects.toThrow('talk-not-found');
      await expect(test.app.get(TalkQueries).byId(world.officeId, 'no-uuid')).rejects.toThrow(
        'talk-not-found',
      );
    });
  });

  describe('being confirmed', () => {
    it('is confirmed once, however often the household says yes', async () => {
      expect(await confirm()).toEqual({ kind: 'confirmed', revision: 1, version: 2 });
      expect(await confirm()).toEqual({ kind: 'already-confirmed', revision: 1, version: 2 });

      const confirmations = (await noticesOf(test.database, talkId)).filter((line) =>
        line.startsWith('conf'),
      );
      expect(confirmations).toEqual(['confirmation r1 planned']);
    });

    it('does not take a yes to the time before the move', async () => {
      await move(aChoice(world, { startsAt: after(75) }));

      expect(await confirm(1)).toMatchObject({ kind: 'changed-meanwhile', revision: 2 });
      expect((await now()).state).toBe('invited');
    });

    it('is too late after the start and after a cancellation', async () => {
      test.clock.moveTo(new Date(TEN));
      expect(await confirm()).toEqual({ kind: 'not-open', state: 'invited' });
      test.clock.moveTo(MONDAY);
      await cancel();
      expect(await confirm(2)).toEqual({ kind: 'not-open', state: 'cancelled' });
    });
  });

  describe('when no offered time suits the household', () => {
    it('waits for staff with the wishes, and a yes takes them back', async () => {
      const request = (wishes: string) =>
        test.app
          .get(RequestOtherTime)
          .run({ officeId: world.officeId, talkId, actor: `household:${householdId}`, wishes });

      expect(await request(' mon-morning,thu-afternoon ')).toEqual({ kind: 'requested', version: 2 });
      expect(await now()).toMatchObject({ state: 'change-requested', wishes: 'mon-morning,thu-afternoon' });
      await expect(async () => request('x'.repeat(501))).rejects.toThrow('wishes-too-long');

      await confirm();
      expect(await now()).toMatchObject({ state: 'confirmed', wishes: null });
    });
  });

  describe('being cancelled', () => {
    it('gives everything back, and the household waits again', async () => {
      expect(await cancel()).toEqual({ kind: 'cancelled', version: 2, revision: 2 });

      expect(await now()).toMatchObject({ state: 'cancelled', cancelledBy: 'office', cancelReason: 'krank' });
      expect(await allocationsOf(test.database, talkId)).toEqual([]);
      expect(await householdState(test.database, householdId)).toBe('open');
      expect(await book(householdId, aChoice(world))).not.toBe(talkId);
    });

    it('tells those who were told, and nobody else', async () => {
      await cancel();
      expect((await noticesOf(test.database, talkId)).every((line) => line.endsWith('superseded'))).toBe(
        true,
      );

      talkId = await book(householdId, aChoice(world));
      await allSent();
      await cancel();
      const planned = (await noticesOf(test.database, talkId)).filter((line) => line.endsWith('planned'));
      expect(planned.sort()).toEqual(['cancellation r2 planned', 'interpreter-cancelled r2 planned']);
    });

    const undo = (version: number) =>
      test.app.get(UndoCancellation).run({ officeId: world.officeId, talkId, version, actor: 'staff:1' });

    it('may be taken back while its messages wait: the talk stands as before, and nobody hears of it', async () => {
      await test.database.query(
        `update notices set state = 'sent' where kind in ('invitation', 'interpreter-booked')`,
      );
      await confirm();
      const before = [await noticesOf(test.database, talkId), await allocationsOf(test.database, talkId)];
      await cancel({ version: 2 });

      expect(await undo(3)).toEqual({ kind: 'cancellation-undone', version: 4 });

      expect([await noticesOf(test.database, talkId), await allocationsOf(test.database, talkId)]).toEqual(
        before,
      );
      expect(await now()).toMatchObject({ state: 'confirmed', revision: 1, cancelledBy: null });
      expect(await householdState(test.database, householdId)).toBe('planned');

      await cancel({ version: 4 });
      expect(await noticesOf(test.database, talkId)).toEqual(
        expect.arrayContaining(['cancellation r2 planned', 'interpreter-cancelled r2 planned']),
      );
      test.clock.moveTo(new Date(MONDAY.getTime() + 600_000));
      expect(await undo(5)).toEqual({ kind: 'cancellation-left' });
    });

    it('is not taken back when somebody may read of it, or has the place', async () => {
      await allSent();
      await cancel();
      await test.database.query(`update notices set attempts = 1 where kind = 'cancellation'`);
      expect(await undo(2)).toEqual({ kind: 'cancellation-left' });
      await test.database.query('update notices set attempts = 0');

      const other = await book(await aHousehold(test.database, world.officeId), aChoice(world));
      expect(await undo(2)).toEqual({ kind: 'taken' });
      expect(await allocationsOf(test.database, other)).toHaveLength(4);
      expect(await noticesOf(test.database, talkId)).toContain('cancellation r2 planned');
    });

    it('is cancelled once', async () => {
      await cancel();

      expect(await cancel()).toEqual({ kind: 'not-open', state: 'cancelled' });
    });

    it('is too late for the household a day before, and not for the office', async () => {
      test.clock.moveTo(new Date('2027-01-24T09:00:01Z'));

      await expect(cancel({ actor: `household:${householdId}`, by: 'household' })).rejects.toThrow(
        'talk-too-late',
      );
      expect((await cancel()).kind).toBe('cancelled');
    });

    it('does not cancel what was moved meanwhile', async () => {
      await move(aChoice(world, { startsAt: after(75) }));

      expect(await cancel()).toMatchObject({ kind: 'changed-meanwhile', version: 2, changedBy: 'staff:1' });
      expect((await now()).state).toBe('invited');
    });
  });

  describe('after it has begun', () => {
    beforeEach(() => {
      test.clock.moveTo(new Date(after(45)));
    });

    async function close(
      outcome: 'held' | 'no-show' | 'stopped' | 'written',
      version = 1,
      who?: 'interpreter',
    ) {
      const command = { officeId: world.officeId, talkId, version, actor: 'staff:1', outcome, who };
      return test.app.get(RecordOutcome).run(command);
    }

    function undo(version = 2) {
      return test.app.get(UndoOutcome).run({ officeId: world.officeId, talkId, version, actor: 'staff:1' });
    }

    it.each([
      ['held', 'done'],
      ['no-show', 'open'],
      ['stopped', 'open'],
      ['written', 'written'],
    ] as const)('was %s: the household is %s, and undoing makes it planned again', async (outcome, state) => {
      expect(await close(outcome)).toEqual({ kind: 'recorded', version: 2 });
      expect((await now()).state).toBe(outcome);
      expect(await householdState(test.database, householdId)).toBe(state);

      expect(await undo()).toEqual({ kind: 'undone', version: 3 });
      expect((await now()).state).toBe('invited');
      expect(await householdState(test.database, householdId)).toBe('planned');
    });

    it('remembers who was missing', async () => {
      await close('no-show', 1, 'interpreter');

      expect((await now()).outcomeBy).toBe('interpreter');
    });

    it('goes back to the first state when the outcome was corrected before', async () => {
      await close('held');
      await close('no-show', 2);
      await undo(3);

      expect(await now()).toMatchObject({ state: 'invited', outcomeBy: null });
    });

    it('has no outcome before its start, and none after a cancellation', async () => {
      test.clock.moveTo(MONDAY);
      expect(await close('held')).toEqual({ kind: 'not-begun' });
      await cancel();
      expect(await close('held', 2)).toEqual({ kind: 'not-open', state: 'cancelled' });
    });

    it('does not undo what never was, nor when the household has a new talk', async () => {
      expect(await undo(1)).toEqual({ kind: 'not-open', state: 'invited' });
      await close('stopped');
      await book(householdId, aChoice(world, { startsAt: '2027-02-15T09:00:00Z' }));

      expect(await undo()).toEqual({ kind: 'already-planned' });
      expect(await householdState(test.database, householdId)).toBe('planned');
    });

    it('notices that someone else recorded an outcome', async () => {
      await close('held');

      expect(await close('no-show')).toMatchObject({ kind: 'changed-meanwhile', version: 2 });
    });
  });

  it('is listed by local days and by household', async () => {
    const queries = test.app.get(TalkQueries);
    const late = await aHousehold(test.database, world.officeId, {}, { en: 3 });
    const lateId = (await test.app.get(BookTalk).run({
      officeId: world.officeId,
      householdId: late,
      actor: 'staff:1',
      overrideReason: 'Abendtermin',
      choice: anEnglishChoice(world, { startsAt: '2027-01-25T22:45:00Z' }),
    })) as { talkId: string };

    const ids = async (from: string, to: string) =>
      (await queries.between(world.officeId, from, to)).map((talk) => talk.id);

    expect(await ids('2027-01-25', '2027-01-25')).toEqual([talkId, lateId.talkId]);
    expect(await ids('2027-01-26', '2027-01-31')).toEqual([]);
    await cancel();
    expect(await ids('2027-01-25', '2027-01-25')).toEqual([lateId.talkId]);
    expect((await queries.ofHousehold(world.officeId, householdId)).map((talk) => talk.state)).toEqual([
      'cancelled',
    ]);
  });

  describe('while somebody else acts at the same moment', () => {
    async function both<A, B>(first: Promise<A>, second: Promise<B>): Promise<[A, B]> {
      const answers = await Promise.all([first, second]);
      expect(await doubleBookings(test.database)).toEqual([]);
      return answers;
    }

    it('is confirmed once', async () => {
      const kinds = (await both(confirm(), confirm())).map(({ kind }) => kind).sort();

      expect(kinds).toEqual(['already-confirmed', 'confirmed']);
    });

    it('is either cancelled or moved, never both', async () => {
      for (const day of [8, 9, 10, 11, 12, 15, 16, 17, 18, 19].map((date) => String(date).padStart(2, '0'))) {
        const household = await aHousehold(test.database, world.officeId);
        talkId = await book(household, aChoice(world, { startsAt: `2027-02-${day}T13:00:00Z` }));
        const to = aChoice(world, { startsAt: `2027-02-${day}T09:00:00Z` });

        const [moved, cancelled] = await both(move(to), cancel());

        const kinds = [moved.kind, cancelled.kind];
        expect([
          ['moved', 'changed-meanwhile'],
          ['not-open', 'cancelled'],
        ]).toContainEqual(kinds);
        expect(await allocationsOf(test.database, talkId)).toHaveLength(moved.kind === 'moved' ? 4 : 0);
      }
    });

    it('never deadlocks when two talks want each other’s place', async () => {
      const other = await aHousehold(test.database, world.officeId);
      const otherId = await book(other, aChoice(world, { startsAt: after(75) }));
      const exchange = (id: string, startsAt: string): Promise<MoveTalkOutcome> =>
        test.app.get(MoveTalk).run({
          officeId: world.officeId,
          talkId: id,
          version: 1,
          actor: 'staff:1',
          choice: aChoice(world, { startsAt }),
        });

      const answers = await both(exchange(talkId, after(75)), exchange(otherId, TEN));

      expect(answers.map(({ kind }) => kind)).toEqual(['taken', 'taken']);
    });
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import {
  DecideOnRows,
  PublishPlan,
  RowPlacesQueries,
  StartPlan,
  type Plan,
} from '../../../src/features/plans/index.js';
import { BookTalk, ConfirmTalk, TalkQueries, type TalkChoice } from '../../../src/features/talks/index.js';
import { MONDAY, startTestApp, type TestApp } from '../../support/app.js';
import { aPlan, reviewOf, whenComputed } from '../../support/plans.js';
import { aChoice, doubleBookings, noticesOf, TEN } from '../../support/talks.js';
import { aHousehold, anInterpreter, aSmallWorld, type SmallWorld } from '../../support/world.js';

jest.setTimeout(60_000);

/** The day after `TEN`, 10:00 in Zürich. */
const TUESDAY = '2027-01-26T09:00:00.000Z';

describe('a plan around announced talks', () => {
  let test: TestApp;
  let world: SmallWorld;

  beforeAll(async () => {
    test = await startTestApp(MONDAY, { role: 'all' });
  });

  beforeEach(async () => {
    test.clock.moveTo(MONDAY);
    world = await aSmallWorld(test.database);
  });

  afterAll(() => test.close());

  async function announced(
    choice: Partial<TalkChoice> = {},
  ): Promise<{ householdId: number; talkId: string }> {
    const householdId = await aHousehold(test.database, world.officeId, {}, { ti: 3 });
    const booked = await test.app
      .get(BookTalk)
      .run({ officeId: world.officeId, householdId, actor: 'staff:1', choice: aChoice(world, choice) });
    if (booked.kind !== 'booked') throw new Error(JSON.stringify(booked));
    await test.database.query(
      `update notices set state = 'sent', sent_at = now() where talk_id = $1 and kind in ('invitation', 'interpreter-booked')`,
      [booked.talkId],
    );
    return { householdId, talkId: booked.talkId };
  }

  const absent = (kind: 1 | 2 | 3, id: number, from: string, to: string) =>
    test.database.query(
      `insert into absences (resource_kind, resource_id, during) values ($1, $2, tstzrange($3, $4))`,
      [kind, id, from, to],
    );
  const confirm = ({ householdId, talkId }: { householdId: number; talkId: string }) =>
    test.app
      .get(ConfirmTalk)
      .run({ officeId: world.officeId, talkId, revision: 1, actor: `household:${householdId}` });
  const talk = (talkId: string) => test.app.get(TalkQueries).byId(world.officeId, talkId);
  const publish = (plan: Plan) =>
    test.app.get(PublishPlan).run({ officeId: plan.officeId, planId: plan.id, actor: 'staff:1' });

  describe('of somebody who falls out', () => {
    let told: { householdId: number; talkId: string };
    let other: { householdId: number; talkId: string };

    beforeEach(async () => {
      told = await announced();
      other = await announced({ startsAt: '2027-02-02T09:00:00.000Z' });
      await absent(3, world.interpreterId, '2027-01-25T00:00Z', '2027-01-26T00:00Z');
    });

    it('leaves them alone unless it may move them', async () => {
      const plan = await aPlan(test, world.officeId);

      expect(await reviewOf(test, plan)).toMatchObject({ rows: [], gaps: [] });
    });

    it('moves the talk, says who is absent, and publishing tells the household once', async () => {
      const plan = await aPlan(test, world.officeId, { announced: 'absences' });
      const { rows } = await reviewOf(test, plan);

      expect(rows).toHaveLength(1);
      expect(rows[0]).toMatchObject({
        householdId: told.householdId,
        moves: {
          talkId: told.talkId,
          isConfirmed: false,
          place: { startsAt: TEN, interpreterId: world.interpreterId },
          why: { kind: 'absence', rule: 'interpreter-is-not-absent' },
        },
      });
      expect(rows[0]!.place.startsAt).not.toContain('2027-01-25');

      const results = await Promise.all([publish(plan), publish(plan)]);

      expect(results.map(({ kind }) => kind).sort()).toEqual(['already-published', 'published']);
      expect(await publish(plan)).toMatchObject({ booked: 0, moved: 1, conflicts: 0 });
      expect(await talk(told.talkId)).toMatchObject({
        startsAt: new Date(rows[0]!.place.startsAt),
        revision: 2,
        state: 'invited',
      });
      const notices = await noticesOf(test.database, told.talkId);
      expect(notices.filter((line) => line.includes('change') || line.includes('moved'))).toEqual([
        'change r2 planned',
        'interpreter-moved r2 planned',
      ]);
      expect(notices.filter((line) => /r1 planned/.test(line))).toEqual([]);
    });

    it('gives the talk to another interpreter at the same time when there is one', async () => {
      await test.database.query('delete from talks where id = $1', [other.talkId]);
      const substitute = await anInterpreter(test.database, world.officeId);

      const { rows } = await reviewOf(test, await aPlan(test, world.officeId, { announced: 'absences' }));

      expect(rows.map(({ place }) => [place.startsAt, place.interpreterId])).toEqual([[TEN, substitute]]);
    });

    it('says of a talk without another place that it cannot be held, and why', async () => {
      await absent(3, world.interpreterId, '2027-01-01T00:00Z', '2027-06-26T00:00Z');

      const plan = await aPlan(test, world.officeId, { announced: 'absences' });

      const { rows, gaps } = await reviewOf(test, plan);
      expect(rows).toEqual([]);
      expect(gaps.map(({ householdId }) => householdId)).toEqual([told.householdId, other.householdId]);
      expect(gaps[0]).toMatchObject({
        announced: { talkId: told.talkId, startsAt: TEN, rule: 'interpreter-is-not-absent' },
      });
      expect(gaps[0]!.obstacles.map(({ rule }) => rule)).toContain('interpreter-is-not-absent');
    });

    it('comes back as a conflict when the talk was changed meanwhile', async () => {
      const plan = await aPlan(test, world.officeId, { announced: 'absences' });
      await confirm(told);

      expect(await publish(plan)).toMatchObject({ booked: 0, moved: 0, conflicts: 1 });
      expect((await reviewOf(test, plan)).rows[0]).toMatchObject({
        state: 'conflict',
        conflict: { kind: 'changed-meanwhile' },
      });
      expect(await talk(told.talkId)).toMatchObject({ revision: 1, state: 'confirmed' });
    });

    it('leaves a row that somebody left out where it is, and keeps a pinned one in the next edition', async () => {
      await absent(3, world.interpreterId, '2027-02-02T00:00Z', '2027-02-03T00:00Z');
      const plan = await aPlan(test, world.officeId, { announced: 'absences' });
      const decide = (action: 'leave-out' | 'pin', householdId: number) =>
        test.app.get(DecideOnRows).run({
          officeId: world.officeId,
          planId: plan.id,
          actor: 'staff:1',
          action,
          householdIds: [householdId],
        });
      await decide('leave-out', told.householdId);
      await decide('pin', other.householdId);
      const pinned = (await reviewOf(test, plan)).rows.find((row) => row.householdId === other.householdId)!;

      const { planId } = await test.app
        .get(StartPlan)
        .rerun({ officeId: world.officeId, planId: plan.id, actor: 'staff:1' });
      const next = await whenComputed(test, world.officeId, planId);

      const { rows } = await reviewOf(test, next);
      expect(rows.find((row) => row.householdId === told.householdId)).toMatchObject({ state: 'left-out' });
      expect(rows.find((row) => row.householdId === other.householdId)).toMatchObject({
        state: 'pinned',
        place: pinned.place,
        moves: pinned.moves!,
      });
      expect(await publish(next)).toMatchObject({ moved: 1, conflicts: 0 });
      expect(await talk(told.talkId)).toMatchObject({ revision: 1 });
    });

    it('shows other places for it, as if the talk were not where it is', async () => {
      const plan = await aPlan(test, world.officeId, { announced: 'absences' });
      const at = { planId: plan.id, householdId: told.householdId };

      const places = await test.app.get(RowPlacesQueries).run(world.officeId, at, { limit: 3 });

      expect(places.answer).toMatchObject({ kind: 'proposed' });
    });
  });

  describe('that could stay', () => {
    it('moves one when that costs less than the change: two visits become one', async () => {
      await announced();
      const other = await announced({ startsAt: TUESDAY });

      const { rows } = await reviewOf(test, await aPlan(test, world.officeId, { announced: 'worthwhile' }));

      expect(rows).toHaveLength(1);
      expect(rows[0]!.moves?.why).toMatchObject({ kind: 'saves' });
      const plan = await aPlan(test, world.officeId, { announced: 'absences' });
      expect((await reviewOf(test, plan)).rows).toEqual([]);
      expect(await talk(other.talkId)).toMatchObject({ revision: 1 });
    });

    it('leaves those who said yes, whose change counts twice', async () => {
      await confirm(await announced());
      await confirm(await announced({ startsAt: TUESDAY }));

      const plan = await aPlan(test, world.officeId, { announced: 'worthwhile' });

      expect((await reviewOf(test, plan)).rows).toEqual([]);
    });

    it('lets two talks and a newcomer share what there is, without a double booking', async () => {
      await announced();
      await announced({ startsAt: TUESDAY });
      await aHousehold(test.database, world.officeId, {}, { ti: 3 });

      const plan = await aPlan(test, world.officeId, { announced: 'worthwhile' });
      const result = await publish(plan);

      expect(result).toMatchObject({ kind: 'published', booked: 1, conflicts: 0 });
      expect(await doubleBookings(test.database)).toEqual([]);
    });
  });
});

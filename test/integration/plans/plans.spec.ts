import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import {
  DiscardPlan,
  ChangeRow,
  DecideOnRows,
  PlanQueries,
  PublishPlan,
  RowPlacesQueries,
  StartPlan,
  type Plan,
} from '../../../src/features/plans/index.js';
import { BookTalk } from '../../../src/features/talks/index.js';
import { MONDAY, startTestApp, type TestApp } from '../../support/app.js';
import { aPlan, reviewOf, rowStates, whenComputed } from '../../support/plans.js';
import { doubleBookings } from '../../support/talks.js';
import { aHousehold, aSmallWorld, type SmallWorld } from '../../support/world.js';

// each run starts a thread, which takes its time on a busy machine
jest.setTimeout(60_000);

describe('a plan', () => {
  let test: TestApp;
  let world: SmallWorld;
  let households: number[];

  beforeAll(async () => {
    test = await startTestApp(MONDAY, { role: 'all' });
  });

  beforeEach(async () => {
    world = await aSmallWorld(test.database);
    households = [];
    for (const language of ['ti', 'ti', 'en', 'de']) {
      households.push(await aHousehold(test.database, world.officeId, {}, { [language]: 3 }));
    }
  });

  afterAll(() => test.close());

  const publish = (plan: Plan) =>
    test.app.get(PublishPlan).run({ officeId: plan.officeId, planId: plan.id, actor: 'staff:1' });
  const decide = (plan: Plan, action: 'accept' | 'pin' | 'leave-out' | 'undo', householdIds: number[]) =>
    test.app
      .get(DecideOnRows)
      .run({ officeId: plan.officeId, planId: plan.id, actor: 'staff:1', action, householdIds });
  const count = async (table: string): Promise<number> => {
    const [row] = await test.database.query<{ count: number }>(
      `select count(*)::int as count from ${table} where ${table === 'allocations' ? 'talk_id in (select id from talks where office_id = $1)' : 'office_id = $1'}`,
      [world.officeId],
    );
    return row!.count;
  };

  it('proposes a talk for every open household, in a language they understand, with reasons and totals', async () => {
    const plan = await aPlan(test, world.officeId);
    const { rows, gaps } = await reviewOf(test, plan);

    expect(plan).toMatchObject({
      state: 'ready',
      edition: 1,
      totals: { households: 4, plan: { planned: 4 } },
    });
    expect(gaps).toEqual([]);
    expect(new Set(rows.map((row) => row.place.language))).toEqual(new Set(['ti', 'en', 'de']));
    const tigrinya = rows.filter((row) => row.place.language === 'ti');
    expect(tigrinya.map((row) => row.place.interpreterId)).toEqual([
      world.interpreterId,
      world.interpreterId,
    ]);
    expect(tigrinya[0]?.reasons.map(({ id }) => id)).toContain('shared-visit');
    expect(plan.totals?.plan.trips).toBe(1);
  });

  it('changes nothing before it is published', async () => {
    await aPlan(test, world.officeId);

    expect(await count('talks')).toBe(0);
    expect(await count('notices')).toBe(0);
  });

  it('says of a household without a talk why, and what would help', async () => {
    const far = await aHousehold(test.database, world.officeId, {}, { tr: 3 });
    const plan = await aPlan(test, world.officeId);
    const { gaps } = await reviewOf(test, plan);

    expect(gaps).toHaveLength(1);
    expect(gaps[0]).toMatchObject({ householdId: far, household: { languages: ['tr'] } });
    expect(gaps[0]?.obstacles.length).toBeGreaterThan(0);
  });

  it('is one run at a time: ordering twice gives the same plan', async () => {
    const start = () =>
      test.app.get(StartPlan).run({ officeId: world.officeId, actor: 'staff:1', weeks: 4, seconds: 0.01 });
    const [first, second] = await Promise.all([start(), start()]);

    expect(first.planId).toBe(second.planId);
    await whenComputed(test, world.officeId, first.planId);
  });

  it('is published once, with talks, resources and notices, however often it is pressed', async () => {
    const plan = await aPlan(test, world.officeId);
    const both = await Promise.all([publish(plan), publish(plan)]);
    const later = await publish(plan);

    expect(both.map(({ kind }) => kind).sort()).toEqual(['already-published', 'published']);
    expect(later).toMatchObject({ kind: 'already-published', booked: 4, conflicts: 0 });
    expect(await count('talks')).toBe(4);
    expect(await count('allocations')).toBe(4 * 3 + 2);
    const notices = await test.database.query<{ kind: string; count: number }>(
      `select kind, count(*)::int as count from notices where office_id = $1 group by kind order by kind`,
      [world.officeId],
    );
    expect(notices).toContainEqual({ kind: 'invitation', count: 4 });
    expect(await doubleBookings(test.database)).toEqual([]);
    expect(Object.values(await rowStates(test, plan))).toEqual(Array(4).fill('published'));
  });

  it('does not book what somebody left out', async () => {
    const plan = await aPlan(test, world.officeId);
    await decide(plan, 'leave-out', [households[0]!]);

    expect(await publish(plan)).toMatchObject({ booked: 3 });
    const state = await test.database.query(`select state from households where id = $1`, [households[0]]);
    expect(state).toEqual([{ state: 'open' }]);
  });

  it('brings back what a colleague booked meanwhile, and books the rest', async () => {
    const plan = await aPlan(test, world.officeId);
    const { rows } = await reviewOf(test, plan);
    const wanted = rows.find((row) => row.place.language === 'de')!;
    const stranger = await aHousehold(test.database, world.officeId, {}, { de: 3 });
    const booked = await test.app.get(BookTalk).run({
      officeId: world.officeId,
      householdId: stranger,
      actor: 'staff:2',
      choice: wanted.place,
    });

    const result = await publish(plan);

    expect(booked.kind).toBe('booked');
    expect(result).toMatchObject({ kind: 'published', booked: 3, conflicts: 1 });
    const after = await reviewOf(test, plan);
    expect(after.rows.find((row) => row.state === 'conflict')).toMatchObject({
      householdId: wanted.householdId,
      conflict: { kind: 'taken' },
      talkId: null,
    });
    expect(await doubleBookings(test.database)).toEqual([]);
  });

  it('tells of a household that got a talk by hand meanwhile', async () => {
    const plan = await aPlan(test, world.officeId);
    const { rows } = await reviewOf(test, plan);
    const [row] = rows;
    await test.app.get(BookTalk).run({
      officeId: world.officeId,
      householdId: row!.householdId,
      actor: 'staff:2',
      choice: row!.place,
    });

    await publish(plan);

    const after = await reviewOf(test, plan);
    expect(
      after.rows.filter(({ state }) => state === 'conflict').map(({ conflict }) => conflict?.kind),
    ).toEqual(['already-planned']);
  });

  it('is not published by someone who saw an older version', async () => {
    const plan = await aPlan(test, world.officeId);
    await decide(plan, 'pin', [households[0]!]);

    const answer = await test.app
      .get(PublishPlan)
      .run({ officeId: world.officeId, planId: plan.id, actor: 'staff:1', version: plan.version });

    expect(answer.kind).toBe('changed-meanwhile');
    expect(await count('talks')).toBe(0);
  });

  it('takes a change by hand that the rules allow, shows its cost, and gives it back when undone', async () => {
    const plan = await aPlan(test, world.officeId);
    const row = (await reviewOf(test, plan)).rows.find(({ place }) => place.language === 'ti')!;
    const at = { planId: plan.id, householdId: row.householdId };
    const places = await test.app
      .get(RowPlacesQueries)
      .run(world.officeId, at, { limit: 5, from: '2027-02-01' });
    if (places.answer.kind !== 'proposed') throw new Error('no other place');
    const [slot] = places.answer.slots;

    const changed = await test.app.get(ChangeRow).run({
      officeId: world.officeId,
      ...at,
      version: row.version,
      actor: 'staff:1',
      choice: slot!,
    });

    expect(places.cost.moneyRappen).toBeLessThan(slot!.moneyRappen);
    expect(changed.kind).toBe('changed');
    const after = (await reviewOf(test, plan)).rows.find(
      ({ householdId }) => householdId === row.householdId,
    )!;
    expect(after).toMatchObject({
      state: 'changed',
      place: { startsAt: slot!.startsAt },
      proposed: row.place,
    });
    await decide(plan, 'undo', [row.householdId]);
    const undone = (await reviewOf(test, plan)).rows.find(
      ({ householdId }) => householdId === row.householdId,
    )!;
    expect(undone).toMatchObject({ state: 'proposed', place: row.place, proposed: null });
  });

  it('refuses a change to where another row is, and one by somebody who saw an older row', async () => {
    const plan = await aPlan(test, world.officeId);
    const { rows } = await reviewOf(test, plan);
    const [first, second] = rows.filter(({ place }) => place.language === 'ti');
    const change = (version: number, startsAt: string) =>
      test.app.get(ChangeRow).run({
        officeId: world.officeId,
        planId: plan.id,
        householdId: first!.householdId,
        version,
        actor: 'staff:1',
        choice: { ...first!.place, startsAt },
      });

    expect(await change(first!.version, second!.place.startsAt)).toMatchObject({ kind: 'refused' });
    expect(await change(first!.version + 1, first!.place.startsAt)).toEqual({ kind: 'changed-meanwhile' });
  });

  it('keeps pinned and accepted rows in a new run and marks what differs', async () => {
    const plan = await aPlan(test, world.officeId);
    const { rows } = await reviewOf(test, plan);
    const pinned = rows.find(({ place }) => place.language === 'en')!;
    const accepted = rows.find(({ place }) => place.language === 'ti')!;
    await decide(plan, 'pin', [pinned.householdId]);
    await decide(plan, 'accept', [accepted.householdId]);
    const newcomer = await aHousehold(test.database, world.officeId, {}, { en: 3 });

    const again = await test.app
      .get(StartPlan)
      .rerun({ officeId: world.officeId, planId: plan.id, actor: 'staff:1' });
    const next = await whenComputed(test, world.officeId, again.planId);

    const after = await reviewOf(test, next);
    const row = (id: number) => after.rows.find(({ householdId }) => householdId === id);
    expect(next).toMatchObject({ state: 'ready', edition: 2, basedOn: plan.id });
    expect(row(pinned.householdId)).toMatchObject({ state: 'pinned', place: pinned.place, mark: null });
    expect(row(accepted.householdId)).toMatchObject({ state: 'accepted', place: accepted.place, mark: null });
    expect(row(newcomer)).toMatchObject({ state: 'proposed', mark: 'new' });
    expect((await test.app.get(PlanQueries).get(world.officeId, plan.id)).state).toBe('discarded');
  });

  it('leaves every proposal where it is in a new run when nothing is gained by another place', async () => {
    const plan = await aPlan(test, world.officeId);
    const places = async (of: Plan) =>
      (await reviewOf(test, of)).rows.map(({ householdId, place, mark }) => ({ householdId, place, mark }));

    const again = await test.app
      .get(StartPlan)
      .rerun({ officeId: world.officeId, planId: plan.id, actor: 'staff:1' });
    const next = await whenComputed(test, world.officeId, again.planId);

    expect(await places(next)).toEqual(await places(plan));
  });

  it('plans a kept row anew when its place was taken meanwhile, and leaves out what was left out', async () => {
    const plan = await aPlan(test, world.officeId);
    const { rows } = await reviewOf(test, plan);
    const pinned = rows.find(({ place }) => place.language === 'de')!;
    const leftOut = rows.find(({ place }) => place.language === 'en')!;
    await decide(plan, 'pin', [pinned.householdId]);
    await decide(plan, 'leave-out', [leftOut.householdId]);
    const stranger = await aHousehold(test.database, world.officeId, {}, { de: 3 });
    await test.app
      .get(BookTalk)
      .run({ officeId: world.officeId, householdId: stranger, actor: 'staff:2', choice: pinned.place });

    const again = await test.app
      .get(StartPlan)
      .rerun({ officeId: world.officeId, planId: plan.id, actor: 'staff:1' });
    const next = await whenComputed(test, world.officeId, again.planId);

    const after = await reviewOf(test, next);
    const row = (id: number) => after.rows.find(({ householdId }) => householdId === id);
    expect(row(pinned.householdId)).toMatchObject({
      state: 'proposed',
      mark: 'moved',
      proposed: pinned.place,
    });
    expect(row(leftOut.householdId)).toMatchObject({ state: 'left-out' });
    expect(await publish(next)).toMatchObject({ booked: 3, conflicts: 0 });
  });

  it('can be thrown away, and takes no changes then', async () => {
    const plan = await aPlan(test, world.officeId);
    const discard = () =>
      test.app.get(DiscardPlan).run({ officeId: world.officeId, planId: plan.id, actor: 'staff:1' });

    expect([await discard(), await discard()]).toEqual(['discarded', 'discarded']);
    await expect(decide(plan, 'accept', [households[0]!])).rejects.toThrow('plan-not-open');
    await expect(publish(plan)).rejects.toThrow('plan-not-open');
  });

  it('belongs to its office', async () => {
    const plan = await aPlan(test, world.officeId);
    const other = await aSmallWorld(test.database);

    await expect(test.app.get(PlanQueries).get(other.officeId, plan.id)).rejects.toThrow('plan-not-found');
    await expect(
      test.app.get(PublishPlan).run({ officeId: other.officeId, planId: plan.id, actor: 'staff:1' }),
    ).rejects.toThrow('plan-not-found');
  });
});

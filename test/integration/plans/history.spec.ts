import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import {
  ChangeRow,
  DecideOnRows,
  PlanQueries,
  PublishPlan,
  RestoreEdition,
  RowPlacesQueries,
  StartPlan,
  TakeBackSteps,
  type Plan,
} from '../../../src/features/plans/index.js';
import { MONDAY, startTestApp, type TestApp } from '../../support/app.js';
import { aPlan, reviewOf, rowStates, whenComputed } from '../../support/plans.js';
import { aHousehold, aSmallWorld, type SmallWorld } from '../../support/world.js';

jest.setTimeout(60_000);

describe('the history of a plan', () => {
  let test: TestApp;
  let world: SmallWorld;
  let plan: Plan;
  let households: number[];

  beforeAll(async () => {
    test = await startTestApp(MONDAY, { role: 'all' });
  });

  beforeEach(async () => {
    world = await aSmallWorld(test.database);
    households = [];
    for (const language of ['ti', 'en', 'de']) {
      households.push(await aHousehold(test.database, world.officeId, {}, { [language]: 3 }));
    }
    plan = await aPlan(test, world.officeId);
  });

  afterAll(() => test.close());

  const whose = () => ({ officeId: world.officeId, planId: plan.id, actor: 'staff:1' });
  const decide = (action: 'accept' | 'pin' | 'leave-out' | 'undo', householdIds: number[] | 'proposed') =>
    test.app.get(DecideOnRows).run({ ...whose(), action, householdIds });
  const states = async () => Object.values(await rowStates(test, plan)).sort();
  const version = async () => (await test.app.get(PlanQueries).get(world.officeId, plan.id)).version;
  const steps = async () => (await test.app.get(PlanQueries).history(world.officeId, plan.id)).steps;
  const takeBack = async (step: number, seen?: number) =>
    test.app.get(TakeBackSteps).run({ ...whose(), step, version: seen ?? (await version()) });

  it('accepts all that nobody has decided on in one step, and takes that step back', async () => {
    await decide('leave-out', [households[0]!]);
    await decide('accept', 'proposed');
    expect(await states()).toEqual(['accepted', 'accepted', 'left-out']);

    await takeBack(2);

    expect(await states()).toEqual(['left-out', 'proposed', 'proposed']);
    expect((await steps()).map(({ action, rows }) => [action, rows])).toEqual([
      ['take-back', 2],
      ['accept', 2],
      ['leave-out', 1],
    ]);
  });

  it('gives back every place of before a step, and that can be taken back too', async () => {
    const before = (await reviewOf(test, plan)).rows.map(({ place, state, cost }) => ({
      place,
      state,
      cost,
    }));
    const [row] = (await reviewOf(test, plan)).rows;
    const at = { planId: plan.id, householdId: row!.householdId };
    const places = await test.app
      .get(RowPlacesQueries)
      .run(world.officeId, at, { limit: 1, from: '2027-02-01' });
    if (places.answer.kind !== 'proposed') throw new Error('no other place');
    const [slot] = places.answer.slots;
    await test.app.get(ChangeRow).run({ ...whose(), ...at, version: row!.version, choice: slot! });
    await decide('pin', households);

    await takeBack(1);

    const after = (await reviewOf(test, plan)).rows.map(({ place, state, cost }) => ({ place, state, cost }));
    expect(after).toEqual(before);
    await takeBack(3);
    const again = (await reviewOf(test, plan)).rows.find(
      ({ householdId }) => householdId === row!.householdId,
    );
    expect(again).toMatchObject({ state: 'pinned', place: { startsAt: slot!.startsAt } });
  });

  it('is not taken back twice, nor by somebody who saw an older state', async () => {
    await decide('pin', households);
    const seen = await version();
    const both = await Promise.all([takeBack(1, seen), takeBack(1, seen)]);

    expect(both.map(({ kind }) => kind).sort()).toEqual(['changed-meanwhile', 'taken-back']);
    expect(await states()).toEqual(['proposed', 'proposed', 'proposed']);
  });

  it('goes back to an earlier edition as a copy, and publishes that', async () => {
    const first = plan;
    const rerun = await test.app.get(StartPlan).rerun(whose());
    const second = await whenComputed(test, world.officeId, rerun.planId);
    plan = second;
    await decide('leave-out', households);
    const restore = () => test.app.get(RestoreEdition).run({ ...whose(), planId: first.id });

    const { planId } = await restore();

    const { editions } = await test.app.get(PlanQueries).history(world.officeId, planId);
    expect(editions.map(({ state, edition }) => `${edition} ${state}`)).toEqual([
      '1 discarded',
      '2 discarded',
      '3 ready',
    ]);
    plan = editions[2]!;
    expect(await states()).toEqual(['proposed', 'proposed', 'proposed']);
    expect(plan.totals).toEqual(first.totals);
    expect(await test.app.get(PublishPlan).run(whose())).toMatchObject({ booked: 3, conflicts: 0 });
    await expect(restore()).rejects.toThrow('plan-not-open');
    await expect(takeBack(1)).rejects.toThrow('plan-not-open');
  });

  it('belongs to its office', async () => {
    const other = await aSmallWorld(test.database);

    await expect(test.app.get(RestoreEdition).run({ ...whose(), officeId: other.officeId })).rejects.toThrow(
      'plan-not-found',
    );
    expect(await test.app.get(PlanQueries).history(other.officeId, plan.id)).toEqual({
      editions: [],
      steps: [],
    });
  });
});

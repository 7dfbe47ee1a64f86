import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { EndJob, JobQueries, RunJob } from '../../../src/features/jobs/index.js';
import { PlanQueries, StartPlan } from '../../../src/features/plans/index.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { reviewOf } from '../../support/plans.js';
import { aHousehold, aSmallWorld, type SmallWorld } from '../../support/world.js';

// each run starts a thread, which takes its time on a busy machine
jest.setTimeout(60_000);

describe('the workers of plans', () => {
  let test: TestApp;
  let world: SmallWorld;

  beforeAll(async () => {
    // no worker of its own: the test is the worker
    test = await startTestApp();
  });

  beforeEach(async () => {
    world = await aSmallWorld(test.database);
    for (const language of ['ti', 'en'])
      await aHousehold(test.database, world.officeId, {}, { [language]: 3 });
  });

  afterAll(() => test.close());

  const ordered = async (seconds = 0.004): Promise<string> => {
    const order = { officeId: world.officeId, actor: 'staff:1', weeks: 4, seconds };
    return (await test.app.get(StartPlan).run(order)).planId;
  };
  const work = (planId: string, stopping = new AbortController()) =>
    test.app.get(RunJob, { strict: false }).run(planId, stopping.signal);
  const stateOf = async (planId: string) =>
    (await test.app.get(PlanQueries).get(world.officeId, planId)).state;
  const set = (planId: string, columns: string) =>
    test.database.query(`update jobs set ${columns} where id = $1`, [planId]);

  it('compute a plan once when two of them take it at the same moment', async () => {
    const planId = await ordered();

    await Promise.all([work(planId), work(planId)]);

    const { rows } = await reviewOf(test, { officeId: world.officeId, id: planId });
    expect(await stateOf(planId)).toBe('ready');
    expect(rows).toHaveLength(2);
  });

  it('take up the run of one that died, and only when its lease is over', async () => {
    const planId = await ordered();
    const dead = `state = 'running', lease_token = uuidv7(), attempts = 1`;

    await set(planId, `${dead}, lease_until = now() + interval '30 s'`);
    await work(planId);
    expect(await stateOf(planId)).toBe('running');

    await set(planId, `lease_until = now() - interval '1 s'`);
    await work(planId);
    expect(await stateOf(planId)).toBe('ready');
  });

  it('give up a run that ended three of them, and compute it when somebody starts it again', async () => {
    const planId = await ordered();
    const job = { officeId: world.officeId, jobId: planId, actor: 'staff:1' };
    const dead = `state = 'running', lease_token = uuidv7(), attempts = 3, lease_until = now() - interval '1 s'`;
    const shown = async () => (await test.app.get(JobQueries).get(world.officeId, planId)).failure;

    await set(planId, dead);
    await work(planId);
    await test.app.get(RunJob, { strict: false }).giveUp();
    expect([await stateOf(planId), await shown()]).toEqual(['failed', 'workers-died']);

    await test.app.get(EndJob).restart(job);
    await test.app.get(EndJob).restart(job);
    await work(planId);
    expect([await stateOf(planId), await shown()]).toEqual(['ready', null]);
  });

  it('do not begin a failed run again beside another one of the office', async () => {
    const planId = await ordered();
    await set(planId, `state = 'failed', failure = 'internal', finished_at = now()`);
    await test.database.query(`update plans set state = 'failed' where id = $1`, [planId]);
    await ordered();

    const again = test.app.get(EndJob).restart({ officeId: world.officeId, jobId: planId, actor: 'staff:1' });
    await expect(again).rejects.toThrow('plan-another-running');
  });

  it('give a run back when they stop, so that another one begins it at once', async () => {
    const planId = await ordered(600);
    const stopping = new AbortController();
    const working = work(planId, stopping);
    for (let tries = 0; (await stateOf(planId)) !== 'running' && tries < 200; tries += 1) await sleep(20);

    stopping.abort();
    await working;

    expect(await stateOf(planId)).toBe('draft');
    await test.database.query(`update plans set work = 1000 where id = $1`, [planId]);
    await work(planId);
    expect(await stateOf(planId)).toBe('ready');
  });

  it('end a search that somebody calls off, and keep the best plan until then', async () => {
    const planId = await ordered(600);
    const working = work(planId);
    for (let tries = 0; (await stateOf(planId)) !== 'running' && tries < 200; tries += 1) await sleep(20);

    await test.app.get(EndJob).cancel({ officeId: world.officeId, jobId: planId, actor: 'staff:1' });
    await working;

    const { rows } = await reviewOf(test, { officeId: world.officeId, id: planId });
    expect(await stateOf(planId)).toBe('ready');
    expect(rows).toHaveLength(2);
  });

  it('say that a run failed, and leave the office free for another one', async () => {
    const planId = await ordered();
    await test.database.query(`update offices set time_zone = 'Nowhere/Never' where id = $1`, [
      world.officeId,
    ]);

    await expect(work(planId)).rejects.toThrow();

    expect(await stateOf(planId)).toBe('failed');
    await test.database.query(`update offices set time_zone = 'Europe/Zurich' where id = $1`, [
      world.officeId,
    ]);
    expect(await ordered()).not.toBe(planId);
  });
});

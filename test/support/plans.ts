import { setTimeout as sleep } from 'node:timers/promises';
import {
  PlanQueries,
  StartPlan,
  type Plan,
  type PlanReview,
  type StartPlanCommand,
} from '../../src/features/plans/index.js';
import type { TestApp } from './app.js';

/** Enough for a small world, and done in a moment. */
const SHORT_SECONDS = 0.004;

/** Orders a run and waits for the worker of the test application to finish it. */
export async function aPlan(
  test: TestApp,
  officeId: number,
  more: Partial<Omit<StartPlanCommand, 'officeId' | 'actor'>> = {},
): Promise<Plan> {
  const command = { officeId, actor: 'staff:1', weeks: 4, seconds: SHORT_SECONDS, ...more };
  const { planId } = await test.app.get(StartPlan).run(command);
  return whenComputed(test, officeId, planId);
}

/** The plan when its run has ended, well or badly. */
export async function whenComputed(test: TestApp, officeId: number, planId: string): Promise<Plan> {
  for (let tries = 0; tries < 1200; tries += 1) {
    const plan = await test.app.get(PlanQueries).get(officeId, planId);
    if (plan.state !== 'draft' && plan.state !== 'running') return plan;
    await sleep(50);
  }
  throw new Error(`Plan ${planId} is still not computed`);
}

export function reviewOf(test: TestApp, plan: Pick<Plan, 'officeId' | 'id'>): Promise<PlanReview> {
  return test.app.get(PlanQueries).review(plan.officeId, plan.id);
}

/** State of each row by household. */
export async function rowStates(
  test: TestApp,
  plan: Pick<Plan, 'officeId' | 'id'>,
): Promise<Record<number, string>> {
  const { rows } = await reviewOf(test, plan);
  return Object.fromEntries(rows.map((row) => [row.householdId, row.state]));
}

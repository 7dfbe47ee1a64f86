import {
  addTalks,
  buildSchedule,
  firstComeFirstServed,
  firstFreeTalk,
  planTotals,
  type Candidate,
  type Newcomer,
  type Snapshot,
} from '../../scheduling/index.js';
import { breathe } from './breathe.js';
import type { PlanComparison } from './plan-record.js';
import type { PlanQuestion } from './plan-questions.js';

const DAY_MS = 86_400_000;

/** The plan beside what there is today, and beside giving everybody the first free time in order of arrival. */
export async function comparePlan(
  question: Pick<PlanQuestion, 'world' | 'householdIds' | 'loose'>,
  talks: readonly Candidate[],
): Promise<PlanComparison> {
  const { snapshot } = question.world;
  const asked = new Set(question.householdIds.map(String));
  const newcomers = snapshot.newcomers.filter(({ id }) => asked.has(id));
  const ours = talks.filter(({ newcomer }) => asked.has(newcomer));
  return {
    households: newcomers.length,
    plan: planTotals(
      ours,
      snapshot,
      talks.filter(({ newcomer }) => question.loose.has(Number(newcomer))),
    ),
    firstCome: planTotals(await firstComeTalks(newcomers, snapshot), snapshot),
    waitedDays: newcomers.reduce((sum, newcomer) => sum + daysUntil(snapshot.now, newcomer.arrived), 0),
    overdue: newcomers.filter(({ due }) => due < snapshot.now.slice(0, 10)).length,
  };
}

async function firstComeTalks(newcomers: readonly Newcomer[], snapshot: Snapshot): Promise<Candidate[]> {
  const order = [...newcomers].sort((a, b) => compare(a.arrived, b.arrived) || Number(a.id) - Number(b.id));
  const given: Candidate[] = [];
  let schedule = buildSchedule(firstComeFirstServed(snapshot));
  for (const { id } of order) {
    const talk = firstFreeTalk(id, schedule);
    if (talk) {
      given.push(talk);
      schedule = addTalks([talk], schedule);
    }
    await breathe();
  }
  return given;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function daysUntil(now: string, day: string): number {
  return Math.max(0, Math.round((Date.parse(now.slice(0, 10)) - Date.parse(day)) / DAY_MS));
}

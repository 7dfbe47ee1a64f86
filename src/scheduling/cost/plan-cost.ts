import type { Schedule } from '../schedule/schedule.js';
import { addCosts, noCost, totalOf, type CostParts } from './cost-parts.js';
import { fairnessCost, moneyFor } from './interpreter-cost.js';
import { droppedCost } from './stability-cost.js';
import { talkCost } from './talk-cost.js';

export interface PlanCost {
  readonly parts: CostParts;
  readonly total: number;
}

/** What the talks placed in a schedule cost, newcomers without a talk included, in Rappen. */
export function planCost(schedule: Schedule): PlanCost {
  const newcomers = [...schedule.newcomers.keys()].map((id) => newcomerCost(id, schedule));
  const interpreters = [...schedule.interpreters.keys()].map((id) => interpreterCost(id, schedule));
  const parts = [...newcomers, ...interpreters].reduce(addCosts, noCost);
  return { parts, total: totalOf(parts) };
}

function newcomerCost(id: string, schedule: Schedule): CostParts {
  const talks = schedule.talks.byNewcomer.get(id) ?? [];
  if (talks.length > 0) return talks.map((talk) => talkCost(talk, schedule)).reduce(addCosts, noCost);
  const published = schedule.appointments.get(id);
  return {
    ...noCost,
    unscheduled: schedule.snapshot.weights.unscheduled * (schedule.newcomers.get(id)?.urgency ?? 0),
    stability: published ? droppedCost(published, schedule) : 0,
  };
}

function interpreterCost(id: string, schedule: Schedule): CostParts {
  const interpreter = schedule.interpreters.get(id);
  const talks = schedule.talks.byInterpreter.get(id) ?? [];
  if (!interpreter) return noCost;
  return { ...noCost, money: moneyFor(talks), fairness: fairnessCost(interpreter, talks.length, schedule) };
}

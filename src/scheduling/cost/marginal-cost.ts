import type { PlacedTalk } from '../schedule/placed-talk.js';
import type { Schedule } from '../schedule/schedule.js';
import type { CostParts } from './cost-parts.js';
import { fairnessCost, moneyFor } from './interpreter-cost.js';
import { talkCost } from './talk-cost.js';

/**
 * What one more talk adds to the cost of a schedule. Money and fairness may be negative: a talk can join two visits
 * of an interpreter into one, or bring them nearer to their share. That the newcomer is no longer without a talk is
 * not counted, because it is the same for every start.
 */
export function marginalCost(talk: PlacedTalk, schedule: Schedule): CostParts {
  return {
    ...talkCost(talk, schedule),
    money: addedMoney(talk, schedule),
    fairness: addedFairness(talk, schedule),
  };
}

/** The talks of an interpreter on the day of `talk`, with it among them, sorted by start. */
function interpreterDayWith(talk: PlacedTalk, schedule: Schedule): readonly PlacedTalk[] {
  return [...interpreterDay(talk, schedule), talk].sort((a, b) => a.start - b.start || a.end - b.end);
}

function interpreterDay({ interpreter, day }: PlacedTalk, schedule: Schedule): readonly PlacedTalk[] {
  if (!interpreter) return [];
  return (schedule.talks.byInterpreter.get(interpreter.id) ?? []).filter((other) => other.day === day);
}

function addedMoney(talk: PlacedTalk, schedule: Schedule): number {
  return moneyFor(interpreterDayWith(talk, schedule)) - moneyFor(interpreterDay(talk, schedule));
}

function addedFairness({ interpreter }: PlacedTalk, schedule: Schedule): number {
  if (!interpreter) return 0;
  const talks = (schedule.talks.byInterpreter.get(interpreter.id) ?? []).length;
  return fairnessCost(interpreter, talks + 1, schedule) - fairnessCost(interpreter, talks, schedule);
}

import type { Candidate, LocalDate, Snapshot } from '../model.js';
import { moneyFor } from '../cost/interpreter-cost.js';
import { visitsOf } from '../cost/visits.js';
import { REMOTE, type PlacedTalk } from '../schedule/placed-talk.js';
import { addTalks, buildSchedule, withoutTalkOf, type Schedule } from '../schedule/schedule.js';
import { dateOfDay, dayOfDate } from '../time/local-date.js';

/** What a plan does for the people in it and what its interpreters are paid, beside the talks that stand already. */
export interface PlanTotals {
  readonly planned: number;
  /** Talks on or before the day by which they should be held. */
  readonly inTime: number;
  readonly moneyRappen: number;
  /** Visits on site that the plan adds: each one is a journey of an interpreter. */
  readonly trips: number;
  /** Sum over the planned of the days from arrival to the talk. */
  readonly waitingDays: number;
  readonly lastDay: LocalDate | null;
}

/**
 * The totals of these talks; pinned appointments of the snapshot stand already and only share visits. Those of them
 * that the plan moves count with the money and the journeys that moving adds or saves, and as nothing else.
 */
export function planTotals(
  talks: readonly Candidate[],
  snapshot: Snapshot,
  moved: readonly Candidate[] = [],
): PlanTotals {
  const before = buildSchedule(snapshot);
  const standing = new Set(before.talks.byNewcomer.keys());
  const added = talks.filter((talk) => !standing.has(talk.newcomer));
  const around = moved.reduce((schedule, { newcomer }) => withoutTalkOf(newcomer, schedule), before);
  const after = addTalks([...added, ...moved], around);
  const placed = added.flatMap((talk) => after.talks.byNewcomer.get(talk.newcomer) ?? []);
  return {
    planned: placed.length,
    inTime: placed.filter((talk) => talk.day <= talk.newcomer.dueDay).length,
    moneyRappen: moneyOf(after) - moneyOf(before),
    trips: tripsOf(after) - tripsOf(before),
    waitingDays: placed.reduce((sum, talk) => sum + talk.day - dayOfDate(talk.newcomer.arrived), 0),
    lastDay: lastDayOf(placed),
  };
}

function moneyOf({ talks }: Schedule): number {
  return [...talks.byInterpreter.values()].reduce((sum, list) => sum + moneyFor(list), 0);
}

function tripsOf({ talks }: Schedule): number {
  const visits = [...talks.byInterpreter.values()].flatMap(visitsOf);
  return visits.filter(({ place }) => place !== REMOTE).length;
}

function lastDayOf(placed: readonly PlacedTalk[]): LocalDate | null {
  return placed.length === 0 ? null : dateOfDay(Math.max(...placed.map(({ day }) => day)));
}

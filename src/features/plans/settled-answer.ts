import {
  buildSchedule,
  planCost,
  settleMoves,
  type Candidate,
  type MoveCause,
  type Snapshot,
} from '../../scheduling/index.js';
import type { EngineAnswer } from './plan-engine.js';
import type { PlanQuestion } from './plan-questions.js';

/** A plan in which announced talks move only for a reason. */
export interface SettledAnswer extends EngineAnswer {
  /** Why announced talks move, by newcomer. */
  readonly moves: ReadonlyMap<string, MoveCause>;
}

/** The engine's answer without the moves of announced talks that gain nothing. */
export function settledAnswer({ snapshot, loose }: PlanQuestion, answer: EngineAnswer): SettledAnswer {
  if (loose.size === 0) return { ...answer, moves: new Map() };
  const { talks, moves } = settleMoves(answer.talks, snapshot, new Set([...loose.keys()].map(String)));
  return { ...answer, talks, moves, cost: planCost(buildSchedule(snapshot, talks)) };
}

/**
 * The question in which announced talks that could stay do stay, when the answer has no place for them; undefined
 * when it has one for each. Nobody is uninvited for the sake of others, whatever that would save.
 */
export function withoutUninviting(
  question: PlanQuestion,
  talks: readonly Candidate[],
): PlanQuestion | undefined {
  const placed = new Set(talks.map(({ newcomer }) => newcomer));
  const uninvited = [...question.loose].flatMap(([id, { obstacle }]) =>
    obstacle === null && !placed.has(String(id)) ? [id] : [],
  );
  if (uninvited.length === 0) return undefined;
  const loose = new Map([...question.loose].filter(([id]) => !uninvited.includes(id)));
  return { ...question, loose, snapshot: pinned(question.snapshot, new Set(uninvited.map(String))) };
}

function pinned(snapshot: Snapshot, newcomers: ReadonlySet<string>): Snapshot {
  const appointments = snapshot.appointments.map((appointment) =>
    newcomers.has(appointment.newcomer) ? { ...appointment, pinned: true } : appointment,
  );
  return { ...snapshot, appointments };
}

import type { Candidate, Snapshot } from '../model.js';
import { resolveTalk } from '../schedule/resolve-talk.js';
import { addTalks, buildSchedule } from '../schedule/schedule.js';
import { checkTalk } from './check-talk.js';
import type { Violation } from './rule.js';

/** A broken rule of a plan and the newcomer in whose talk it shows. */
export interface PlanViolation extends Violation {
  readonly newcomer: string;
}

/** Every rule a whole plan breaks, pinned appointments that it leaves out included; empty when it may be published. */
export function checkPlan(talks: readonly Candidate[], snapshot: Snapshot): readonly PlanViolation[] {
  const empty = buildSchedule(snapshot, []);
  const known = talks.filter((talk) => resolveTalk(talk, empty).kind === 'resolved');
  const schedule = addTalks(known, empty);
  const broken = talks.flatMap((talk) =>
    checkTalk(talk, schedule).map((violation) => ({ newcomer: talk.newcomer, ...violation })),
  );
  return [...broken, ...leftOut(talks, snapshot)];
}

function leftOut(talks: readonly Candidate[], snapshot: Snapshot): readonly PlanViolation[] {
  const planned = new Set(talks.map((talk) => talk.newcomer));
  return snapshot.appointments
    .filter((appointment) => appointment.pinned && !planned.has(appointment.newcomer))
    .map(({ newcomer, start }) => ({
      rule: 'fixed-talk-stays',
      newcomer,
      subject: { kind: 'newcomer', id: newcomer },
      from: start,
    }));
}

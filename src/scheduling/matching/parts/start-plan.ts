import type { Appointment, Candidate, Snapshot } from '../../model.js';
import { checkPlan } from '../../rules/check-plan.js';
import { talkAlone } from '../talks-on.js';

/** The talks that are there before anything is planned: the pinned, and the announced that still break no rule. */
export function startPlan(snapshot: Snapshot): readonly Candidate[] {
  const pinned = snapshot.appointments.filter((appointment) => appointment.pinned).map(talkAlone);
  if (pinned.length === snapshot.appointments.length) return pinned;
  const all = snapshot.appointments.map(talkAlone);
  const broken = new Set(checkPlan(all, snapshot).map(({ newcomer }) => newcomer));
  const isKept = ({ newcomer, pinned }: Appointment): boolean => pinned || !broken.has(newcomer);
  return snapshot.appointments.filter(isKept).map(talkAlone);
}

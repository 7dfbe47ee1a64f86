import type { Appointment, Candidate, Snapshot } from '../model.js';
import { isAnnounced } from './loosened.js';
import { planTotals } from './plan-totals.js';
import { isSamePlace } from './settle-moves.js';

/** What a search with certain weights comes to. */
export interface TrialTotals {
  readonly planned: number;
  /** Talks after the day by which they should be held. */
  readonly late: number;
  readonly moneyRappen: number;
  readonly trips: number;
  /** Announced talks that get another place. */
  readonly changes: number;
}

/** The totals of a plan for a loosened snapshot. */
export function trialTotals(talks: readonly Candidate[], snapshot: Snapshot): TrialTotals {
  const announced = new Map(
    snapshot.appointments.filter(isAnnounced).map((appointment) => [appointment.newcomer, appointment]),
  );
  const standing = { ...snapshot, appointments: snapshot.appointments.map(asAnnounced) };
  const told = talks.filter(({ newcomer }) => announced.has(newcomer));
  const others = talks.filter(({ newcomer }) => !announced.has(newcomer));
  const { planned, inTime, moneyRappen, trips } = planTotals(others, standing, told);
  const changes = told.filter((talk) => {
    const was = announced.get(talk.newcomer);
    return was !== undefined && !isSamePlace(talk, was);
  });
  return { planned, late: planned - inTime, moneyRappen, trips, changes: changes.length };
}

function asAnnounced(appointment: Appointment): Appointment {
  return isAnnounced(appointment) ? { ...appointment, pinned: true } : appointment;
}

import type { Appointment, Candidate, Snapshot, Weights } from '../model.js';

/** A draft that nobody was told of may change at a twentieth of the price of an announced talk. */
const DRAFT_SHARE = 20;

/** What a new plan may change. */
export interface Loose {
  /** Announced talks by newcomer, with the number of times that the price of a change counts. */
  readonly announced: ReadonlyMap<string, number>;
  /** Proposals that nobody was told of. */
  readonly drafts: readonly Candidate[];
}

/** The snapshot in which these talks may move at the price of the office's weights, and all others stay. */
export function loosened(snapshot: Snapshot, { announced, drafts }: Loose): Snapshot {
  if (announced.size === 0 && drafts.length === 0) return snapshot;
  return {
    ...snapshot,
    weights: inDraftUnits(snapshot.weights),
    appointments: [
      ...snapshot.appointments.map((appointment) => loose(appointment, announced)),
      ...drafts.map((talk): Appointment => ({ ...talk, pinned: false, weight: 1 })),
    ],
  };
}

/** Weights with which a loosened snapshot is priced: changes cost a draft's share, which announced talks pay often. */
export function inDraftUnits(weights: Weights): Weights {
  const { dropped, day, time, interpreter, caseworker, room, mode } = weights.stability;
  const share = (rappen: number): number => Math.ceil(rappen / DRAFT_SHARE);
  return {
    ...weights,
    stability: {
      dropped: share(dropped),
      day: share(day),
      time: share(time),
      interpreter: share(interpreter),
      caseworker: share(caseworker),
      room: share(room),
      mode: share(mode),
    },
  };
}

/** True for an announced talk that a loosened snapshot lets move. */
export function isAnnounced({ pinned, weight }: Appointment): boolean {
  return !pinned && weight >= DRAFT_SHARE;
}

function loose(appointment: Appointment, announced: Loose['announced']): Appointment {
  const times = announced.get(appointment.newcomer);
  return times === undefined ? appointment : { ...appointment, pinned: false, weight: DRAFT_SHARE * times };
}

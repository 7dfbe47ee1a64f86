import type { Appointment, Candidate, Snapshot, TalkType } from '../model.js';
import { minuteOf } from '../time/instant.js';
import { dayOfDate } from '../time/local-date.js';
import { zoneOf, type Zone } from '../time/zone.js';
import type { PlacedTalk } from './placed-talk.js';
import { noTalks, withTalks, withoutTalk, type PlacedTalks } from './placed-talks.js';
import { resolveTalk } from './resolve-talk.js';
import {
  availableInterpreters,
  invitedNewcomers,
  openRooms,
  openSites,
  workingCaseworkers,
  type AvailableInterpreter,
  type InvitedNewcomer,
  type OpenRoom,
  type OpenSite,
  type WorkingCaseworker,
} from './resources.js';

/** A snapshot read once, with the talks that are already placed. Never changed: placing a talk gives another one. */
export interface Schedule {
  readonly snapshot: Snapshot;
  readonly zone: Zone;
  /** Day numbers; both days of the horizon included. */
  readonly firstDay: number;
  readonly lastDay: number;
  readonly today: number;
  readonly talkTypes: ReadonlyMap<string, TalkType>;
  readonly sites: ReadonlyMap<string, OpenSite>;
  readonly rooms: ReadonlyMap<string, OpenRoom>;
  readonly caseworkers: ReadonlyMap<string, WorkingCaseworker>;
  readonly interpreters: ReadonlyMap<string, AvailableInterpreter>;
  readonly newcomers: ReadonlyMap<string, InvitedNewcomer>;
  /** By newcomer. A talk that is being moved counts as not pinned. */
  readonly appointments: ReadonlyMap<string, Appointment>;
  readonly talks: PlacedTalks;
}

/**
 * Reads a snapshot and places `talks` in it: by default the pinned appointments.
 * Throws a RangeError when a time, a date, the zone or a name in a talk cannot be read.
 */
export function buildSchedule(
  snapshot: Snapshot,
  talks: readonly Candidate[] = snapshot.appointments.filter((appointment) => appointment.pinned),
): Schedule {
  const zone = zoneOf(snapshot.timezone);
  const empty: Schedule = {
    snapshot,
    zone,
    firstDay: dayOfDate(snapshot.horizon.from),
    lastDay: dayOfDate(snapshot.horizon.to),
    today: zone.dayOf(minuteOf(snapshot.now)),
    talkTypes: new Map(snapshot.talkTypes.map((type) => [type.id, type])),
    sites: openSites(snapshot),
    rooms: openRooms(snapshot),
    caseworkers: workingCaseworkers(snapshot),
    interpreters: availableInterpreters(snapshot),
    newcomers: invitedNewcomers(snapshot),
    appointments: new Map(snapshot.appointments.map((appointment) => [appointment.newcomer, appointment])),
    talks: noTalks,
  };
  return addTalks(talks, empty);
}

/** The schedule with these talks placed as well; no rule is asked. Throws a RangeError for unknown names. */
export function addTalks(candidates: readonly Candidate[], schedule: Schedule): Schedule {
  const placed = candidates.map((candidate) => placedOrThrow(candidate, schedule));
  return { ...schedule, talks: withTalks(placed, schedule.talks) };
}

/** The schedule while the talk of one newcomer is being moved: it is in nobody's way and no longer pinned. */
export function withoutTalkOf(newcomer: string, schedule: Schedule): Schedule {
  const appointments = new Map(schedule.appointments);
  const appointment = appointments.get(newcomer);
  if (appointment) appointments.set(newcomer, { ...appointment, pinned: false });
  return { ...schedule, appointments, talks: withoutTalk(newcomer, schedule.talks) };
}

function placedOrThrow(candidate: Candidate, schedule: Schedule): PlacedTalk {
  const resolved = resolveTalk(candidate, schedule);
  if (resolved.kind === 'resolved') return resolved.talk;
  throw new RangeError(
    `the talk of ${candidate.newcomer} names an unknown ${resolved.subject.kind}: ${resolved.subject.id}`,
  );
}

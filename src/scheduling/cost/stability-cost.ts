import type { Appointment } from '../model.js';
import type { PlacedTalk } from '../schedule/placed-talk.js';
import type { Schedule } from '../schedule/schedule.js';
import { minuteOf } from '../time/instant.js';

/** What it costs to change what the newcomer was told already; nothing when nothing was, or when it is pinned. */
export function stabilityCost(talk: PlacedTalk, schedule: Schedule): number {
  const published = schedule.appointments.get(talk.newcomer.id);
  if (!published || published.pinned) return 0;
  const changes =
    startChange(published, talk, schedule) +
    interpreterChange(published, talk, schedule) +
    caseworkerChange(published, talk, schedule) +
    placeChange(published, talk, schedule);
  return changes * published.weight;
}

/** What it costs when a newcomer who was told of a talk has none. */
export function droppedCost(published: Appointment, schedule: Schedule): number {
  return published.pinned ? 0 : schedule.snapshot.weights.stability.dropped * published.weight;
}

function startChange(published: Appointment, talk: PlacedTalk, schedule: Schedule): number {
  const { day, time } = schedule.snapshot.weights.stability;
  const start = minuteOf(published.start);
  if (start === talk.start) return 0;
  return schedule.zone.dayOf(start) === talk.day ? time : day;
}

function interpreterChange(published: Appointment, talk: PlacedTalk, schedule: Schedule): number {
  const isSame = published.interpreter === talk.candidate.interpreter;
  return isSame ? 0 : schedule.snapshot.weights.stability.interpreter;
}

function caseworkerChange(published: Appointment, talk: PlacedTalk, schedule: Schedule): number {
  const isSame = published.caseworker === talk.candidate.caseworker;
  return isSame ? 0 : schedule.snapshot.weights.stability.caseworker;
}

function placeChange(published: Appointment, talk: PlacedTalk, schedule: Schedule): number {
  const { mode, room } = schedule.snapshot.weights.stability;
  if (published.mode !== talk.candidate.mode) return mode;
  return published.room === talk.candidate.room ? 0 : room;
}

import type { Candidate } from '../model.js';
import { parseInstant } from '../time/instant.js';
import { REMOTE, type PlacedTalk } from './placed-talk.js';
import type { Schedule } from './schedule.js';

/** Something a candidate is about, named by its id; for `start` and `talk-type` the id is the text itself. */
export interface Subject {
  readonly kind: 'newcomer' | 'caseworker' | 'interpreter' | 'room' | 'site' | 'talk-type' | 'start';
  readonly id: string;
}

export type ResolvedTalk =
  | { readonly kind: 'resolved'; readonly talk: PlacedTalk }
  | { readonly kind: 'unknown'; readonly subject: Subject };

type Known = Pick<PlacedTalk, 'newcomer' | 'type' | 'caseworker' | 'interpreter' | 'start'>;

/** Looks up everything a candidate names, or says the first thing that does not exist. */
export function resolveTalk(candidate: Candidate, schedule: Schedule): ResolvedTalk {
  const known = knownParts(candidate, schedule);
  if ('kind' in known) return { kind: 'unknown', subject: known };
  const onsite = candidate.mode === 'onsite';
  const talk: PlacedTalk = {
    ...known,
    candidate,
    site: (onsite && schedule.sites.get(candidate.site ?? '')) || null,
    room: (onsite && schedule.rooms.get(candidate.room ?? '')) || null,
    place: placeOf(candidate),
    day: schedule.zone.dayOf(known.start),
    end: known.start + known.type.minutes,
    bufferEnd: known.start + known.type.minutes + known.type.buffer,
  };
  return { kind: 'resolved', talk };
}

function knownParts(candidate: Candidate, schedule: Schedule): Known | Subject {
  const newcomer = schedule.newcomers.get(candidate.newcomer);
  if (!newcomer) return { kind: 'newcomer', id: candidate.newcomer };
  const type = schedule.talkTypes.get(newcomer.talkType);
  if (!type) return { kind: 'talk-type', id: newcomer.talkType };
  const caseworker = schedule.caseworkers.get(candidate.caseworker);
  if (!caseworker) return { kind: 'caseworker', id: candidate.caseworker };
  const interpreter =
    candidate.interpreter === null ? null : schedule.interpreters.get(candidate.interpreter);
  if (interpreter === undefined) return { kind: 'interpreter', id: candidate.interpreter ?? '' };
  const start = parseInstant(candidate.start);
  if (start === undefined) return { kind: 'start', id: candidate.start };
  return { newcomer, type, caseworker, interpreter, start };
}

function placeOf(candidate: Candidate): string | null {
  if (candidate.interpreter === null) return null;
  return candidate.interpreterMode === 'onsite' ? candidate.site : REMOTE;
}

import { REMOTE, type PlacedTalk } from '../schedule/placed-talk.js';
import type { OpenRoom, WorkingCaseworker } from '../schedule/resources.js';
import { instantOf } from '../time/instant.js';
import type { Place } from './place.js';
import type { Question } from './question.js';
import type { Understanding } from './understanding.js';

/** Whom and what one talk takes, all but the time. */
export interface Parts {
  readonly place: Place;
  readonly room: OpenRoom | null;
  readonly caseworker: WorkingCaseworker;
  readonly understanding: Understanding;
}

/** The talk of the question with these people at this place and start, as the rules and costs read it. */
export function placeTalk(parts: Parts, start: number, question: Question): PlacedTalk {
  const { newcomer, type, schedule } = question;
  const { place, room, caseworker, understanding } = parts;
  const { interpreter, interpreterMode, lang } = understanding;
  const site = place.site?.id ?? null;
  const work = interpreterMode === 'onsite' ? site : REMOTE;
  return {
    candidate: {
      newcomer: newcomer.id,
      mode: place.mode,
      site,
      room: room?.id ?? null,
      caseworker: caseworker.id,
      interpreter: interpreter?.id ?? null,
      interpreterMode,
      lang,
      start: instantOf(start),
    },
    newcomer,
    type,
    caseworker,
    interpreter,
    site: place.site,
    room,
    place: interpreter ? work : null,
    day: schedule.zone.dayOf(start),
    start,
    end: start + type.minutes,
    bufferEnd: start + type.minutes + type.buffer,
  };
}

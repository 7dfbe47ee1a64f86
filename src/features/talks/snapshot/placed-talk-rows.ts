import type { Appointment, Caseworker, Newcomer, TalkType } from '../../../scheduling/index.js';
import type { TalkRow } from './office-rows.js';

/** Stands for the caseworkers of other offices, whose talks only matter because an interpreter is there. */
export const ELSEWHERE: Caseworker = {
  id: 'elsewhere',
  office: 'elsewhere',
  languages: [],
  weekly: [],
  absent: [],
  maxPerDay: 0,
  video: false,
};

export function talkTypeId(minutes: number, buffer: number): string {
  return `${minutes}+${buffer}`;
}

export function typeOfTalk({ minutes, buffer }: TalkRow): TalkType {
  return { id: talkTypeId(minutes, buffer), minutes, buffer, minInterpreterLevel: 1 };
}

/** Open talks of a household that is asked about are its own; all others have a newcomer of their own. */
export function appointmentOf(talk: TalkRow, asked: ReadonlySet<string>): Appointment {
  return {
    newcomer: newcomerIdOf(talk, asked),
    mode: talk.mode,
    site: talk.site,
    room: talk.isOurs ? talk.room : null,
    caseworker: talk.isOurs ? talk.caseworker : ELSEWHERE.id,
    interpreter: talk.interpreter,
    interpreterMode: talk.interpreterMode === 'phone' ? 'video' : talk.interpreterMode,
    lang: talk.language,
    start: talk.start,
    pinned: true,
    weight: 1,
  };
}

/** A newcomer of whom nothing matters but that this talk is theirs. */
export function newcomerOfTalk(talk: TalkRow, office: string): Newcomer {
  return {
    id: `talk:${talk.id}`,
    office,
    arrived: '2000-01-01',
    earliest: '2000-01-01',
    due: '2000-01-01',
    notice: 0,
    urgency: 0,
    languages: [],
    persons: 1,
    wheelchair: false,
    gender: null,
    genderHard: false,
    modes: [],
    remoteInterpreter: false,
    sites: [],
    talkType: talkTypeId(talk.minutes, talk.buffer),
    unavailable: [],
    conflicts: [],
  };
}

function newcomerIdOf(talk: TalkRow, asked: ReadonlySet<string>): string {
  return talk.isOpen && asked.has(talk.household) ? talk.household : `talk:${talk.id}`;
}

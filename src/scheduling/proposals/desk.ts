import type { OpenRoom, WorkingCaseworker } from '../schedule/resources.js';
import { freeCaseworker, freeRoom, type DayAtPlace, type FreeStarts } from './free-starts.js';
import type { Understanding } from './understanding.js';

/** A free room, or none for a video talk, and a free caseworker. */
export interface Choice {
  readonly room: OpenRoom | null;
  readonly caseworker: WorkingCaseworker;
}

/** For each start of the day what can be taken then, the best first; empty where nothing is free. */
export type ChoicesByStart = readonly (readonly Choice[])[];

/** Everybody and everything of a place, with the starts of one day at which they are free. */
interface Desk {
  readonly rooms: readonly Free<OpenRoom | null>[];
  readonly caseworkers: readonly Free<WorkingCaseworker>[];
}

interface Free<T> {
  readonly resource: T;
  readonly at: FreeStarts;
}

/**
 * What can be taken at each start of a day for a talk understood in a given way: the first free room with the first
 * free caseworker, or with each of them when the question is about one start.
 */
export function choicesOn(day: DayAtPlace): (understanding: Understanding) => ChoicesByStart {
  const desk = deskOn(day);
  const known = new Map<string, ChoicesByStart>();
  return (understanding) => {
    const key = `${needsScreen(understanding)}|${understanding.interpreter ? '' : understanding.lang}`;
    const choices = known.get(key) ?? choicesAmong(suitable(desk, understanding), day);
    known.set(key, choices);
    return choices;
  };
}

function deskOn(day: DayAtPlace): Desk {
  const rooms = day.place.rooms.map((room) => ({
    resource: room,
    at: room ? freeRoom(room, day) : day.starts.map(() => true),
  }));
  const caseworkers = day.place.caseworkers
    .filter((caseworker) => talksOf(caseworker, day) < caseworker.maxPerDay)
    .map((resource) => ({ resource, at: freeCaseworker(resource, day) }));
  return { rooms, caseworkers };
}

function talksOf(caseworker: WorkingCaseworker, { day, question }: DayAtPlace): number {
  const talks = question.schedule.talks.byCaseworker.get(caseworker.id) ?? [];
  return talks.filter((talk) => talk.day === day).length;
}

function suitable({ rooms, caseworkers }: Desk, understanding: Understanding): Desk {
  const { interpreter, lang } = understanding;
  return {
    rooms: needsScreen(understanding) ? rooms.filter(({ resource }) => resource?.video ?? true) : rooms,
    caseworkers: interpreter
      ? caseworkers
      : caseworkers.filter(({ resource }) => resource.languages.includes(lang)),
  };
}

/** An interpreter by video needs a room with a screen; the telephone needs none. */
function needsScreen({ interpreter, interpreterMode }: Understanding): boolean {
  return interpreter !== null && interpreterMode === 'video' && interpreter.remoteMode !== 'phone';
}

function choicesAmong({ rooms, caseworkers }: Desk, { starts, question }: DayAtPlace): ChoicesByStart {
  const isOne = question.onlyStart !== undefined;
  return starts.map((_, index) => {
    const room = rooms.find(({ at }) => at[index]);
    if (!room) return [];
    const free = caseworkers.filter(({ at }) => at[index]);
    return (isOne ? free : free.slice(0, 1)).map(({ resource }) => ({
      room: room.resource,
      caseworker: resource,
    }));
  });
}

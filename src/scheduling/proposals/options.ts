import { totalOf } from '../cost/cost-parts.js';
import { marginalCost } from '../cost/marginal-cost.js';
import type { OpenRoom, WorkingCaseworker } from '../schedule/resources.js';
import {
  dayAtPlace,
  freeCaseworker,
  freeInterpreter,
  freeRoom,
  type DayAtPlace,
  type FreeStarts,
} from './free-starts.js';
import { inOrder } from './order.js';
import { placeTalk, type Parts } from './place-talk.js';
import type { Place } from './place.js';
import type { Question } from './question.js';
import { firstViolation, interpreterOnDay } from './rule-groups.js';
import type { Understanding } from './understanding.js';

/** Rappen that a day away from the wished time counts: a change of interpreter outweighs it, waiting does not. */
const NEAR_RAPPEN_PER_DAY = 500;
const MINUTES_PER_DAY = 1440;

/** A talk that may be proposed, and its rank: Rappen, the distance from the wished time included. */
export interface Option {
  readonly parts: Parts;
  readonly start: number;
  readonly rank: number;
}

/** Resources of a day that are free at some start, in the order in which they are to be taken. */
interface Desk extends DayAtPlace {
  readonly rooms: readonly Free<OpenRoom | null>[];
  readonly caseworkers: readonly Free<WorkingCaseworker>[];
}

interface Free<T> {
  readonly resource: T;
  readonly at: FreeStarts;
}

/**
 * The cheapest option of every start, sorted by rank, then start. For a question about one start: the cheapest
 * option of each caseworker and each way of understanding.
 */
export function optionsFor(places: readonly Place[], question: Question): readonly Option[] {
  const cheapest = new Map<string, Option>();
  for (let day = question.firstDay; day <= question.lastDay; day += 1)
    for (const option of places.flatMap((place) => optionsOn(day, place, question))) {
      const key = sameChoice(option, question);
      const known = cheapest.get(key);
      if (!known || option.rank < known.rank) cheapest.set(key, option);
    }
  return [...cheapest.values()].sort(
    inOrder<Option>([(option) => option.rank, (option) => option.start, ({ parts }) => parts.caseworker.id]),
  );
}

function sameChoice({ start, parts }: Option, question: Question): string {
  if (question.onlyStart === undefined) return String(start);
  const { lang, interpreter, interpreterMode } = parts.understanding;
  return JSON.stringify([parts.place.site?.id, parts.caseworker.id, lang, interpreter?.id, interpreterMode]);
}

function optionsOn(day: number, place: Place, question: Question): readonly Option[] {
  const desk = deskOn(dayAtPlace(day, place, question));
  if (desk.rooms.length === 0 || desk.caseworkers.length === 0) return [];
  return place.understandings.flatMap((understanding) => optionsWith(understanding, desk));
}

function deskOn(at: DayAtPlace): Desk {
  if (at.starts.length === 0) return { ...at, rooms: [], caseworkers: [] };
  const rooms = at.place.rooms.map((room) => ({
    resource: room,
    at: room ? freeRoom(room, at) : at.starts.map(() => true),
  }));
  const caseworkers = at.place.caseworkers
    .filter((caseworker) => talksOf(caseworker, at) < caseworker.maxPerDay)
    .map((resource) => ({ resource, at: freeCaseworker(resource, at) }));
  return { ...at, rooms, caseworkers };
}

function talksOf(caseworker: WorkingCaseworker, { day, question }: DayAtPlace): number {
  const talks = question.schedule.talks.byCaseworker.get(caseworker.id) ?? [];
  return talks.filter((talk) => talk.day === day).length;
}

function optionsWith(understanding: Understanding, desk: Desk): readonly Option[] {
  const { interpreter, lang } = understanding;
  const rooms = desk.rooms.filter(({ resource }) => suits(resource, understanding));
  const caseworkers = desk.caseworkers.filter(
    ({ resource }) => interpreter !== null || resource.languages.includes(lang),
  );
  const [room] = rooms;
  const [caseworker] = caseworkers;
  const [start] = desk.starts;
  if (!room || !caseworker || start === undefined) return [];
  const sample = { place: desk.place, room: room.resource, caseworker: caseworker.resource, understanding };
  const isFree = interpreterStarts(sample, start, desk);
  const rank = rankerFor(understanding, desk);
  return desk.starts.flatMap((from, index) =>
    isFree[index]
      ? choicesAt(index, { ...desk, rooms, caseworkers }).map((choice) => {
          const parts = { place: desk.place, understanding, ...choice };
          return { parts, start: from, rank: rank(parts, from) };
        })
      : [],
  );
}

/** The first free room with the first free caseworker; with every free one when the start is given. */
function choicesAt(index: number, desk: Desk): readonly Pick<Parts, 'room' | 'caseworker'>[] {
  const room = desk.rooms.find(({ at }) => at[index]);
  if (!room) return [];
  const isOne = desk.question.onlyStart === undefined;
  const first = desk.caseworkers.find(({ at }) => at[index]);
  const free = isOne ? (first ? [first] : []) : desk.caseworkers.filter(({ at }) => at[index]);
  return free.map(({ resource }) => ({ room: room.resource, caseworker: resource }));
}

/** An interpreter on a screen needs a room with one. */
function suits(room: OpenRoom | null, { interpreter, interpreterMode }: Understanding): boolean {
  if (!room || !interpreter || interpreterMode !== 'video') return true;
  return room.video || interpreter.remoteMode === 'phone';
}

function interpreterStarts(sample: Parts, start: number, at: DayAtPlace): FreeStarts {
  const { interpreter } = sample.understanding;
  if (!interpreter) return at.starts.map(() => true);
  const talk = placeTalk(sample, start, at.question);
  if (firstViolation(interpreterOnDay, talk, at.question.schedule)) return [];
  return freeInterpreter(interpreter, talk.place, at);
}

/** Costs a talk; on a day on which the interpreter has no other talk it remembers what does not depend on the hour. */
function rankerFor(
  { interpreter }: Understanding,
  { day, question }: DayAtPlace,
): (parts: Parts, start: number) => number {
  const { schedule, near, publishedStart } = question;
  const talks = interpreter ? (schedule.talks.byInterpreter.get(interpreter.id) ?? []) : [];
  const hasOthers = talks.some((talk) => talk.day === day);
  const known = new Map<string, number>();
  return (parts, start) => {
    const told = publishedStart === undefined ? '' : `${parts.caseworker.id}|${parts.room?.id ?? ''}|`;
    const key = hasOthers ? `${told}${start}` : `${told}${start === publishedStart}`;
    const cost = known.get(key) ?? totalOf(marginalCost(placeTalk(parts, start, question), schedule));
    known.set(key, cost);
    const distance = near === undefined ? 0 : Math.abs(start - near) / MINUTES_PER_DAY;
    return cost + distance * NEAR_RAPPEN_PER_DAY;
  };
}

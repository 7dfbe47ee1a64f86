import { caseworkerHoursAnywhere, caseworkerHoursAt, interpreterHoursOn } from '../schedule/opening.js';
import type { PlacedTalk } from '../schedule/placed-talk.js';
import type { AvailableInterpreter, OpenRoom, WorkingCaseworker } from '../schedule/resources.js';
import { covers, merge, overlaps, type Interval } from '../time/interval.js';
import { hoursOn } from '../time/weekly-hours.js';
import type { Place } from './place.js';
import type { Question } from './question.js';

/** The starts on the grid of one local day at one place that are worth asking about. */
export interface DayAtPlace {
  readonly question: Question;
  readonly place: Place;
  readonly day: number;
  readonly starts: readonly number[];
}

/** For each start of a day: is the resource free from then to the end of the talk (and the buffer)? */
export type FreeStarts = readonly boolean[];

/** Starts while the site is open, or while any caseworker works; closing days have none. */
export function dayAtPlace(day: number, place: Place, question: Question): DayAtPlace {
  const { schedule, type, newcomer, now, onlyStart } = question;
  if (day < newcomer.earliestDay) return { question, place, day, starts: [] };
  const isSoon = day < schedule.today + newcomer.notice;
  const busy = during(newcomer.unavailableTimes, day, question);
  const starts = openStarts(day, place, question).filter(
    (start) =>
      start >= now &&
      (onlyStart === undefined || start === onlyStart) &&
      (!isSoon || start === question.publishedStart) &&
      !busy.some((time) => overlaps(time, { from: start, to: start + type.minutes })),
  );
  return { question, place, day, starts };
}

/** All grid starts whose talk and buffer lie in the opening hours of a day. */
export function openStarts(day: number, place: Place, question: Question): readonly number[] {
  const { type, schedule } = question;
  const step = schedule.snapshot.slotMinutes;
  return openHours(day, place, question).flatMap((hours) => {
    const first = Math.ceil(hours.from / step);
    const last = Math.floor((hours.to - type.minutes - type.buffer) / step);
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => (first + index) * step);
  });
}

export function freeCaseworker(caseworker: WorkingCaseworker, at: DayAtPlace): FreeStarts {
  const { schedule, type } = at.question;
  const site = at.place.site?.id;
  const hours =
    site === undefined
      ? caseworkerHoursAnywhere(caseworker, at.day, schedule)
      : caseworkerHoursAt({ caseworker, site }, at.day, schedule);
  const talks = schedule.talks.byCaseworker.get(caseworker.id);
  const taken = [...during(caseworker.absences, at.day, at.question), ...takenBy(talks, at.day)];
  return freeStarts(at, { minutes: type.minutes + type.buffer, hours, taken });
}

export function freeRoom(room: OpenRoom, at: DayAtPlace): FreeStarts {
  const { schedule, type } = at.question;
  const talks = schedule.talks.byRoom.get(room.id);
  const taken = [...during(room.blockedTimes, at.day, at.question), ...takenBy(talks, at.day)];
  return freeStarts(at, { minutes: type.minutes + type.buffer, taken });
}

/** `place` is where the interpreter would work; talks at another place of the day also take the way there. */
export function freeInterpreter(
  interpreter: AvailableInterpreter,
  place: string | null,
  at: DayAtPlace,
): FreeStarts {
  const { schedule, type } = at.question;
  const talks = schedule.talks.byInterpreter.get(interpreter.id) ?? [];
  const work = nearby(talks, at.day).map((talk) => {
    const way = talk.day === at.day && talk.place !== place ? interpreter.transfer : 0;
    return { from: talk.start - way, to: talk.end + way };
  });
  const taken = [...during(interpreter.absences, at.day, at.question), ...work];
  const hours = interpreterHoursOn(interpreter, at.day, schedule);
  return freeStarts(at, { minutes: type.minutes, hours, taken });
}

interface Times {
  readonly minutes: number;
  /** Left out: always there. */
  readonly hours?: readonly Interval[];
  readonly taken: readonly Interval[];
}

function freeStarts({ starts }: DayAtPlace, { minutes, hours, taken }: Times): FreeStarts {
  return starts.map((from) => {
    const talk = { from, to: from + minutes };
    return (!hours || covers(hours, talk)) && !taken.some((time) => overlaps(time, talk));
  });
}

function openHours(day: number, place: Place, { schedule }: Question): readonly Interval[] {
  if (place.site) return place.site.closedDays.has(day) ? [] : hoursOn(place.site.hours, day, schedule.zone);
  return merge(place.caseworkers.flatMap((person) => caseworkerHoursAnywhere(person, day, schedule)));
}

function takenBy(talks: readonly PlacedTalk[] | undefined, day: number): readonly Interval[] {
  return nearby(talks ?? [], day).map((talk) => ({ from: talk.start, to: talk.bufferEnd }));
}

/** Talks of the day and of its neighbours, because a talk may last past midnight. */
function nearby(talks: readonly PlacedTalk[], day: number): readonly PlacedTalk[] {
  return talks.filter((talk) => Math.abs(talk.day - day) <= 1);
}

function during(times: readonly Interval[], day: number, { schedule }: Question): readonly Interval[] {
  if (times.length === 0) return times;
  const two = { from: schedule.zone.dayStart(day), to: schedule.zone.dayStart(day + 2) };
  return times.filter((time) => overlaps(time, two));
}

import type { Schedule } from '../../schedule/schedule.js';
import { caseworkerHoursAnywhere } from '../../schedule/opening.js';
import { weekOf } from '../../time/local-date.js';
import type { Interval } from '../../time/interval.js';
import { int } from '../at.js';
import type { SlotRange } from './start-mask.js';

/** The days of the horizon and, of each day, the slots between the first and the last working hour of anybody. */
export interface Grid {
  readonly days: number;
  readonly weeks: number;
  readonly slotMinutes: number;
  readonly slots: number;
  /** 32-bit words that a mask of one day takes. */
  readonly words: number;
  /** 32-bit words that a set of days takes. */
  readonly dayWords: number;
  /** Minute (since 1970) of slot 0, by day. */
  readonly base: Int32Array;
  /** Number of the Monday-to-Sunday week, from 0 on, by day. */
  readonly week: Int32Array;
  /** First day of each week, and behind them the number of days. */
  readonly weekStart: Int32Array;
}

/** The grid of a schedule. */
export function gridOf(schedule: Schedule): Grid {
  const days = Math.max(0, schedule.lastDay - schedule.firstDay + 1);
  const { slotMinutes } = schedule.snapshot;
  const hours = workingHours(schedule, days);
  const base = Int32Array.from({ length: days }, (_, day) => {
    const first = schedule.zone.dayStart(schedule.firstDay + day) + hours.from;
    return Math.ceil(first / slotMinutes) * slotMinutes;
  });
  const slots = Math.max(1, Math.ceil((hours.to - hours.from) / slotMinutes));
  const firstWeek = weekOf(schedule.firstDay);
  const week = Int32Array.from({ length: days }, (_, day) => weekOf(schedule.firstDay + day) - firstWeek);
  const weeks = int(week, days - 1) + 1;
  const weekStart = Int32Array.from(
    { length: weeks + 1 },
    (_, number) => week.filter((of) => of < number).length,
  );
  const words = ((slots - 1) >> 5) + 1;
  return { days, weeks, slotMinutes, slots, words, dayWords: (days + 31) >> 5, base, week, weekStart };
}

/** The slots at which a talk of `minutes` can start inside a stretch of time. */
export function startsInside(time: Interval, minutes: number, at: { grid: Grid; day: number }): SlotRange {
  const { base, slotMinutes, slots } = at.grid;
  const first = int(base, at.day);
  return {
    from: Math.max(0, Math.ceil((time.from - first) / slotMinutes)),
    to: Math.min(slots - 1, Math.floor((time.to - minutes - first) / slotMinutes)),
  };
}

/** The slots at which a talk of `minutes` would touch a stretch of time. */
export function startsTouching(time: Interval, minutes: number, at: { grid: Grid; day: number }): SlotRange {
  const { base, slotMinutes, slots } = at.grid;
  const first = int(base, at.day);
  return {
    from: Math.max(0, Math.floor((time.from - minutes - first) / slotMinutes) + 1),
    to: Math.min(slots - 1, Math.ceil((time.to - first) / slotMinutes) - 1),
  };
}

/** Minutes after the beginning of the day between which anybody works on any day; nothing when nobody does. */
function workingHours(schedule: Schedule, days: number): Interval {
  let from = Infinity;
  let to = -Infinity;
  for (let day = schedule.firstDay; day < schedule.firstDay + days; day++) {
    const start = schedule.zone.dayStart(day);
    for (const caseworker of schedule.caseworkers.values())
      for (const hours of caseworkerHoursAnywhere(caseworker, day, schedule)) {
        from = Math.min(from, hours.from - start);
        to = Math.max(to, hours.to - start);
      }
  }
  return from < to ? { from, to } : { from: 0, to: 0 };
}

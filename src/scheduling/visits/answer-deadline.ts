import type { Interval } from '../time/interval.js';

/** What an offer's deadline depends on. Instants are minutes since 1970-01-01T00:00Z. */
export interface DeadlineRules {
  readonly now: number;
  /** Opening hours that the interpreter has. */
  readonly hours: number;
  /** Start of the first talk that is asked for. */
  readonly start: number;
  /** Hours before the talk from which a missing answer is a matter for staff. */
  readonly alarmHours: number;
  /** Hours before the talk after which nobody is asked any more. */
  readonly untilHours: number;
}

/**
 * Until when an interpreter must answer: so many opening hours from now, but not beyond the moment at which staff take
 * over; when that has passed, not beyond the moment after which nobody is asked.
 * @param open the office's opening hours from now on, sorted, without overlaps
 */
export function answerDeadline(rules: DeadlineRules, open: readonly Interval[]): number {
  const { now, hours, start, alarmHours, untilHours } = rules;
  const wished = afterOpenHours(now, hours * 60, open);
  const alarm = start - alarmHours * 60;
  const latest = alarm > now ? alarm : start - untilHours * 60;
  return Math.min(wished, latest);
}

/** The instant at which so many open minutes have passed; the end of the known hours when they do not suffice. */
export function afterOpenHours(now: number, minutes: number, open: readonly Interval[]): number {
  let left = minutes;
  for (const { from, to } of open) {
    const begin = Math.max(from, now);
    if (begin >= to) continue;
    if (to - begin >= left) return begin + left;
    left -= to - begin;
  }
  return Math.max(now, open.at(-1)?.to ?? now + minutes);
}

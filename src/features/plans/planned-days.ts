import type { Plan } from './plan-record.js';

type Horizon = Readonly<Record<'from' | 'to', string>>;

const DAY_MS = 86_400_000;

/** Weeks from today to the end of what is planned, rounded up. */
export function weeksAhead({ weeks, fromDay }: Pick<Plan, 'weeks' | 'fromDay'>, now: Date): number {
  if (fromDay === null) return weeks;
  return weeks + Math.max(0, Math.ceil((Date.parse(fromDay) - now.getTime()) / (7 * DAY_MS)));
}

/** First and last local day of what is planned, inside the days that were looked at. A first day that is over is today. */
export function plannedDays({ weeks, fromDay }: Pick<Plan, 'weeks' | 'fromDay'>, seen: Horizon): Horizon {
  if (fromDay === null || fromDay <= seen.from) return seen;
  const last = new Date(Date.parse(fromDay) + (7 * weeks - 1) * DAY_MS).toISOString().slice(0, 10);
  return { from: fromDay, to: last < seen.to ? last : seen.to };
}

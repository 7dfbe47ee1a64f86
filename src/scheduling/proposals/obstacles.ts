import type { Violation } from '../rules/rule.js';
import { openStarts } from './free-starts.js';
import { inOrder } from './order.js';
import type { Place } from './place.js';
import type { Obstacle } from './proposal.js';
import type { Question } from './question.js';
import { violationsAt } from './violations-at.js';

const MINUTES_PER_HOUR = 60;

/**
 * What keeps the newcomer from getting a talk, by rule and resource, the most blocking first. It looks at one start
 * an hour, and names at each only what has nobody left there: a busy room says nothing while another one is free.
 */
export function obstaclesFor(places: readonly Place[], question: Question): readonly Obstacle[] {
  const counted = new Map<string, Obstacle>();
  for (const violation of allViolations(places, question)) {
    const { rule, subject, lang } = violation;
    const key = JSON.stringify([rule, subject?.kind, subject?.id, lang]);
    const count = (counted.get(key)?.count ?? 0) + 1;
    counted.set(key, { rule, count, ...(subject && { subject }), ...(lang !== undefined && { lang }) });
  }
  if (counted.size === 0) return [nothingToAsk(places, question)];
  return [...counted.values()].sort(
    inOrder<Obstacle>([({ count }) => -count, ({ rule }) => rule, ({ subject }) => subject?.id ?? '']),
  );
}

function allViolations(places: readonly Place[], question: Question): readonly Violation[] {
  const days = Array.from(
    { length: Math.max(0, question.lastDay - question.firstDay + 1) },
    (_, index) => question.firstDay + index,
  );
  return days.flatMap((day) =>
    places.flatMap((place) =>
      startsToAsk(day, place, question).flatMap((start) => violationsAt(start, place, question)),
    ),
  );
}

/** The start that was asked for, or one an hour of the usual opening hours, closing days included. */
function startsToAsk(day: number, place: Place, question: Question): readonly number[] {
  const { onlyStart, schedule } = question;
  if (onlyStart !== undefined) return schedule.zone.dayOf(onlyStart) === day ? [onlyStart] : [];
  const site = place.site && { ...place.site, closedDays: new Set<number>() };
  const every = Math.max(1, Math.round(MINUTES_PER_HOUR / schedule.snapshot.slotMinutes));
  return openStarts(day, { ...place, site }, question).filter(
    (start, index) => start >= question.now && index % every === 0,
  );
}

/** No place, no day or no opening hour is left to ask about. */
function nothingToAsk([place]: readonly Place[], question: Question): Obstacle {
  const { newcomer, firstDay, lastDay } = question;
  if (!place) {
    const rule = newcomer.modes.length === 0 ? 'newcomer-accepts-mode' : 'newcomer-can-reach-site';
    return { rule, count: 1, subject: { kind: 'newcomer', id: newcomer.id } };
  }
  if (firstDay > lastDay || question.onlyStart !== undefined) return { rule: 'inside-the-horizon', count: 1 };
  if (!place.site) return { rule: 'caseworker-works-then', count: 1 };
  return { rule: 'site-is-open', count: 1, subject: { kind: 'site', id: place.site.id } };
}

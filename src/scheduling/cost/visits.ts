import { REMOTE, type PlacedTalk } from '../schedule/placed-talk.js';
import type { AvailableInterpreter } from '../schedule/resources.js';

/** One stay of an interpreter at one place on one local day: what is requested, paid and cancelled as one. */
export interface Visit {
  readonly interpreter: AvailableInterpreter;
  readonly place: string;
  readonly day: number;
  readonly start: number;
  readonly end: number;
  readonly talks: readonly PlacedTalk[];
}

/**
 * The visits of one interpreter, from all their talks sorted by start. Consecutive talks of a day at the same place
 * are one visit while no wait between them is longer than `maxWait`.
 */
export function visitsOf(talks: readonly PlacedTalk[]): readonly Visit[] {
  const visits: Visit[] = [];
  for (const talk of talks) {
    if (talk.interpreter === null || talk.place === null) continue;
    const last = visits.at(-1);
    if (last && continues(last, talk)) visits[visits.length - 1] = extended(last, talk);
    else visits.push(visitWith(talk, talk.interpreter, talk.place));
  }
  return visits;
}

/** Rappen for the time from first start to last end, waiting included, and for one trip when on site. */
export function visitMoney(visit: Visit): number {
  return timeMoney(visit) + travelMoney(visit);
}

function timeMoney({ place, start, end, interpreter }: Visit): number {
  const tariff = place === REMOTE ? interpreter.video : interpreter.onsite;
  if (!tariff) return 0;
  const rounded = Math.ceil((end - start) / tariff.stepMinutes) * tariff.stepMinutes;
  return Math.ceil((Math.max(tariff.minMinutes, rounded) * tariff.hourly) / 60);
}

function travelMoney({ place, interpreter }: Visit): number {
  return place === REMOTE ? 0 : (interpreter.travel[place] ?? 0);
}

function continues(visit: Visit, next: PlacedTalk): boolean {
  if (visit.day !== next.day || visit.place !== next.place) return false;
  const lastEnd = visit.talks.at(-1)?.end ?? visit.end;
  return next.start - lastEnd <= visit.interpreter.maxWait;
}

function extended(visit: Visit, talk: PlacedTalk): Visit {
  return { ...visit, end: talk.end, talks: [...visit.talks, talk] };
}

function visitWith(talk: PlacedTalk, interpreter: AvailableInterpreter, place: string): Visit {
  return { interpreter, place, day: talk.day, start: talk.start, end: talk.end, talks: [talk] };
}

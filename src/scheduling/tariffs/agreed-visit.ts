import type { Instant, InstantRange } from '../model.js';
import { instantOf, minuteOf } from '../time/instant.js';
import type { VisitChange } from './change-cost.js';
import type { PricedVisit } from './priced-visit.js';
import type { InterpretingMode } from './tariff-rules.js';

/** A talk at the time that was agreed. */
export interface AgreedTalk extends InstantRange {
  readonly id: string;
}

/** What one interpreter has agreed to: talks of one day, at one place, in one way, sorted by start. */
export interface AgreedVisit {
  readonly mode: InterpretingMode;
  /** The town of the site; empty when nobody travels. */
  readonly place: string;
  readonly talks: readonly AgreedTalk[];
}

/** A visit as tariffs price it. @param orderedAt when the interpreter was asked; null: in good time */
export function pricedVisit(
  { mode, place, talks }: AgreedVisit,
  orderedAt: Instant | null = null,
): PricedVisit {
  return { mode, place, orderedAt, journey: null, talks: talks.map(({ from, to }) => ({ from, to })) };
}

/**
 * One talk of a visit is given up, or moved to where the same interpreter is to come again: `moved` is that one talk
 * with its new time, place and way, null when nobody or somebody else comes.
 */
export function changeOfTalk(
  visit: AgreedVisit,
  { talk, moved, at }: { readonly talk: string; readonly moved: AgreedVisit | null; readonly at: Instant },
): VisitChange {
  const rest = visit.talks.filter(({ id }) => id !== talk);
  const goesOn = moved !== null && moved.mode === visit.mode && moved.place === visit.place;
  const here = goesOn ? inOrder([...rest, ...moved.talks]) : rest;
  const elsewhere = moved === null || goesOn ? [] : [pricedVisit(moved)];
  const after = here.length === 0 ? elsewhere : [pricedVisit({ ...visit, talks: here }), ...elsewhere];
  return { before: pricedVisit(visit), after, at };
}

/** A visit with the time that was really worked, which may leave talks out: there the interpreter came in vain. */
export function workedVisit(visit: PricedVisit, worked: InstantRange): PricedVisit {
  const [begin, end] = [minuteOf(worked.from), minuteOf(worked.to)];
  const last = visit.talks.length - 1;
  const talks = visit.talks.map((talk, index) => {
    const from = index === 0 ? begin : Math.max(begin, minuteOf(talk.from));
    const to = index === last ? end : Math.min(end, minuteOf(talk.to));
    return { ...talk, worked: from < to ? { from: instantOf(from), to: instantOf(to) } : null };
  });
  return { ...visit, talks };
}

function inOrder(talks: readonly AgreedTalk[]): readonly AgreedTalk[] {
  return [...talks].sort((a, b) => minuteOf(a.from) - minuteOf(b.from));
}

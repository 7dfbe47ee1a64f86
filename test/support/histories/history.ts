import { Temporal } from 'temporal-polyfill';
import type { Random } from './random.js';

/** What may happen to a household. */
type Step = 'book' | 'move' | 'move-itself' | 'confirm' | 'wish' | 'cancel' | 'suspend' | 'resume';

export interface HistoryEvent {
  readonly at: number;
  readonly household: number;
  readonly step: Step;
  /** Start of the talk, for a booking or a move. */
  readonly startsAt: number;
}

/** Some households, what happens to them, when somebody sends, and when nobody does. Instants in ms. */
export interface History {
  readonly from: number;
  readonly until: number;
  readonly events: readonly HistoryEvent[];
  /** Instants at which the sender looks; none lies in a downtime. */
  readonly looks: readonly number[];
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const ZONE = 'Europe/Zurich';
/** Before the clock change in spring, before that in autumn, over the turn of the year, and in between. */
const BEGINNINGS = ['2027-01-11', '2027-03-15', '2027-10-11', '2027-12-13', '2027-05-03'];
const STEPS: readonly Step[] = [
  'move',
  'move-itself',
  'confirm',
  'confirm',
  'wish',
  'cancel',
  'suspend',
  'resume',
];
/** Long enough for the last talk of the longest chain of steps. */
const LENGTH_DAYS = 115;
const DOWNTIMES_WITHIN_DAYS = 70;

/** A quarter of an hour on a weekday between 8 and 17 o'clock, so many days after an instant. */
function aStart(random: Random, after: number, days: number): number {
  const day = Temporal.Instant.fromEpochMilliseconds(after + days * DAY)
    .toZonedDateTimeISO(ZONE)
    .toPlainDate();
  const weekday = day.add({ days: day.dayOfWeek > 5 ? 8 - day.dayOfWeek : 0 });
  const time = Temporal.PlainTime.from({ hour: 8 + random.below(9), minute: 15 * random.below(4) });
  return weekday.toPlainDateTime(time).toZonedDateTime(ZONE).epochMilliseconds;
}

/** A history of so many households at the same time. */
export function aHistory(random: Random, households: number): History {
  const from = Temporal.PlainDate.from(random.oneOf(BEGINNINGS)).toZonedDateTime(ZONE).epochMilliseconds;
  const until = from + LENGTH_DAYS * DAY;
  const events = Array.from({ length: households }, (_, household) =>
    eventsOf(random, from, household),
  ).flat();
  events.sort((a, b) => a.at - b.at || a.household - b.household);
  return { from, until, events, looks: looksOf(random, from, until) };
}

function eventsOf(random: Random, from: number, household: number): HistoryEvent[] {
  let at = from + 8 * 60 * MINUTE + random.below(3 * DAY);
  const events: HistoryEvent[] = [];
  const add = (step: Step): void => {
    events.push({ at, household, step, startsAt: aStart(random, at, 1 + random.below(35)) });
  };
  add('book');
  for (let count = random.below(6); count > 0; count -= 1) {
    // some act within the time in which a notice can be taken back, most days later
    at += random.chance(0.25) ? 1000 + random.below(50_000) : random.below(12 * DAY);
    const isOver = events.at(-1)?.step === 'cancel';
    add(isOver ? 'book' : random.oneOf(STEPS));
  }
  return events;
}

/** Looks some hours apart by day and night, but none in one or two downtimes of up to nine days. */
function looksOf(random: Random, from: number, until: number): number[] {
  const downtimes = Array.from({ length: 1 + random.below(2) }, () => {
    const begin = from + random.below(DOWNTIMES_WITHIN_DAYS * DAY);
    return { begin, end: begin + 60 * MINUTE + random.below(9 * DAY) };
  });
  const isDown = (at: number): boolean => downtimes.some(({ begin, end }) => begin <= at && at < end);
  const ends = downtimes.map(({ end }) => end);
  const regular: number[] = [];
  for (let at = from; at < until; at += (240 + random.below(360)) * MINUTE) regular.push(at);
  return [...regular, ...ends].filter((at) => !isDown(at)).sort((a, b) => a - b);
}

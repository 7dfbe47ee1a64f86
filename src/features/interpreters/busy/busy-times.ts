import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';

/** What a calendar is read for: the busy times in a half-open span of instants, in milliseconds. */
export interface BusyQuestion {
  readonly text: string;
  readonly from: number;
  readonly until: number;
  /** Zone of days and of times without one. */
  readonly timeZone: string;
  /** Entries that this installation wrote itself, known by the end of their name, are no busy times. */
  readonly ownHost: string;
}

/** Half-open, in milliseconds since 1970. */
export interface BusyTime {
  readonly from: number;
  readonly until: number;
}

/** `not-a-calendar`: something else or broken; `too-demanding`: more than we are ready to work out. */
export type FeedProblem = 'not-a-calendar' | 'too-demanding';

/** A calendar that was not read; what is known of it stays. */
export class FeedUnreadable extends Error {
  override readonly name = 'FeedUnreadable';

  constructor(readonly problem: FeedProblem) {
    super(`calendar not read: ${problem}`);
  }
}

const MOST_EVENTS = 20_000;
const MOST_OCCURRENCES = 20_000;
const MOST_BUSY_TIMES = 5_000;
const FREQUENCIES = new Set(['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY']);

/** The busy times of a calendar, joined and by start; no word of it is looked at. Throws {@link FeedUnreadable}. */
export function busyTimes(question: BusyQuestion): BusyTime[] {
  const found: BusyTime[] = [];
  const counter = { left: MOST_OCCURRENCES };
  for (const calendar of calendarsIn(question.text)) {
    for (const event of eventsOf(calendar, question.ownHost)) {
      for (const time of occurrences(event, question, counter)) found.push(time);
    }
    for (const time of publishedTimes(calendar, counter)) found.push(time);
  }
  const times = joined(found, question);
  if (times.length > MOST_BUSY_TIMES) throw new FeedUnreadable('too-demanding');
  return times;
}

function calendarsIn(text: string): ICAL.Component[] {
  try {
    const parsed = ICAL.parse(text.replace(/^\ufeff/, '')) as unknown[];
    const roots = (typeof parsed[0] === 'string' ? [parsed] : parsed) as unknown as string[][];
    const calendars = roots.map((root) => new ICAL.Component(root));
    const isCalendar = calendars.length > 0 && calendars.every(({ name }) => name === 'vcalendar');
    if (!isCalendar) throw new FeedUnreadable('not-a-calendar');
    return calendars;
  } catch {
    throw new FeedUnreadable('not-a-calendar');
  }
}

/** Busy times that a calendar publishes without saying why (VFREEBUSY, RFC 5545 3.6.4); always in UTC. */
function publishedTimes(calendar: ICAL.Component, counter: { left: number }): BusyTime[] {
  const properties = calendar
    .getAllSubcomponents('vfreebusy')
    .flatMap((component) => component.getAllProperties('freebusy'))
    .filter((property) => typeOf(property) !== 'FREE');
  const periods = properties.flatMap((property) => property.getValues() as unknown[]);
  counter.left -= periods.length;
  if (counter.left < 0) throw new FeedUnreadable('too-demanding');
  return periods
    .filter((period) => period instanceof ICAL.Period)
    .flatMap((period) => busy(period.start, period.getEnd(), 'UTC'));
}

/** A period without a type is a busy one; the library answers undefined there, which its types do not say. */
function typeOf(property: ICAL.Property): string {
  const type: unknown = property.getFirstParameter('fbtype');
  return typeof type === 'string' ? type.toUpperCase() : 'BUSY';
}

/** Events with their exceptions; an exception whose event is missing stands for itself. */
function eventsOf(calendar: ICAL.Component, ownHost: string): ICAL.Event[] {
  const components = calendar.getAllSubcomponents('vevent');
  if (components.length > MOST_EVENTS) throw new FeedUnreadable('too-demanding');
  const byName = new Map<string, ICAL.Component[]>();
  for (const [index, component] of components.entries()) {
    // an entry without a name belongs to no other
    const name = String(component.getFirstPropertyValue('uid') ?? `unnamed ${index}`);
    if (name.endsWith(`@${ownHost}`)) continue;
    const same = byName.get(name);
    if (same) same.push(component);
    else byName.set(name, [component]);
  }
  return [...byName.values()].flatMap(withExceptions);
}

function withExceptions(components: readonly ICAL.Component[]): ICAL.Event[] {
  const isException = (component: ICAL.Component): boolean => component.hasProperty('recurrence-id');
  const masters = components.filter((component) => !isException(component));
  const exceptions = components.filter(isException);
  if (masters.length === 0) return exceptions.map((component) => new ICAL.Event(component));
  return masters.map((component) => new ICAL.Event(component, { exceptions }));
}

function occurrences(event: ICAL.Event, question: BusyQuestion, counter: { left: number }): BusyTime[] {
  const start = event.component.getFirstProperty('dtstart');
  if (!start) return [];
  const zone = zoneNamed(start.getFirstParameter('tzid')) ?? question.timeZone;
  if (!event.isRecurring()) return isFree(event.component) ? [] : busy(event.startDate, event.endDate, zone);
  assertBounded(event.component);
  const times: BusyTime[] = [];
  const iterator = event.iterator();
  for (let next = nextOf(iterator); next; next = nextOf(iterator)) {
    counter.left -= 1;
    if (counter.left < 0) throw new FeedUnreadable('too-demanding');
    if (instantOf(next, zone) >= question.until) break;
    const { item, startDate, endDate } = event.getOccurrenceDetails(next) as Occurrence;
    if (!isFree(item.component)) times.push(...busy(startDate, endDate, zone));
  }
  return times;
}

/** Typed as never ending, but it does. */
function nextOf(iterator: ICAL.RecurExpansion): ICAL.Time | null {
  return iterator.next();
}

/** The library names this type without declaring it. */
interface Occurrence {
  readonly item: ICAL.Event;
  readonly startDate: ICAL.Time;
  readonly endDate: ICAL.Time;
}

/** Nobody's calendar repeats by the hour; rules that do are there to keep us busy. */
function assertBounded(component: ICAL.Component): void {
  for (const property of component.getAllProperties('rrule')) {
    const rule = property.getFirstValue();
    if (!(rule instanceof ICAL.Recur) || !FREQUENCIES.has(rule.freq))
      throw new FeedUnreadable('too-demanding');
  }
}

function isFree(component: ICAL.Component): boolean {
  const value = (name: string): string => String(component.getFirstPropertyValue(name) ?? '').toUpperCase();
  return (
    value('transp') === 'TRANSPARENT' ||
    value('status') === 'CANCELLED' ||
    value('x-microsoft-cdo-busystatus') === 'FREE'
  );
}

function busy(start: ICAL.Time, end: ICAL.Time, zone: string): BusyTime[] {
  const from = instantOf(start, zone);
  const until = instantOf(end, zone);
  return until > from ? [{ from, until }] : [];
}

/** Times of a zone that the file describes are known; all others are wall clock of the named or the office's zone. */
function instantOf(time: ICAL.Time, zone: string): number {
  if (!time.isDate && time.zone !== ICAL.Timezone.localTimezone) return time.toUnixTime() * 1000;
  const { year, month, day, hour, minute, second } = time;
  return Temporal.PlainDateTime.from({ year, month, day, hour, minute, second }).toZonedDateTime(zone)
    .epochMilliseconds;
}

function zoneNamed(name: unknown): string | undefined {
  try {
    return typeof name === 'string'
      ? new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone
      : undefined;
  } catch {
    return undefined;
  }
}

function joined(times: readonly BusyTime[], { from, until }: BusyQuestion): BusyTime[] {
  const inside = times
    .filter((time) => time.until > from && time.from < until)
    .map((time) => ({ from: Math.max(time.from, from), until: Math.min(time.until, until) }))
    .sort((a, b) => a.from - b.from);
  const result: { from: number; until: number }[] = [];
  for (const time of inside) {
    const last = result.at(-1);
    if (last && time.from <= last.until) last.until = Math.max(last.until, time.until);
    else result.push({ ...time });
  }
  return result;
}

import ICAL from 'ical.js';

// the library does not count the space before a folded line; RFC 5545 3.1 allows 75 octets with it
ICAL.foldLength = 74;

/** One entry of a calendar. Instants are written in UTC, so no zone table can be wrong. */
export interface CalendarEvent {
  /** The entry's name in all calendars; must never change. */
  readonly uid: string;
  /** Grows with each change; calendars take only a higher one (RFC 5546 2.1.4). */
  readonly sequence: number;
  readonly isCancelled: boolean;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly stampedAt: Date;
  readonly summary: string;
  readonly location: string;
  readonly description: string;
  readonly organizer?: { readonly name: string; readonly email: string };
  /** How long before the start to ring, `-P1D`; a cancelled entry never rings. */
  readonly alarms?: readonly string[];
}

/** What a subscribed calendar shows of itself. */
export interface SubscribedCalendar {
  readonly name: string;
  /** How often calendars should look again, `PT1H` (RFC 7986 5.7). */
  readonly refresh: string;
}

/** Writes a published calendar (RFC 5545). */
export function calendarFile(events: readonly CalendarEvent[], subscribed?: SubscribedCalendar): string {
  const calendar = new ICAL.Component('vcalendar');
  calendar.addPropertyWithValue('prodid', '-//Welcome Talks//DE');
  calendar.addPropertyWithValue('version', '2.0');
  calendar.addPropertyWithValue('calscale', 'GREGORIAN');
  // a method is for messages: it asks for an organizer in every entry (RFC 5546 3.2.1)
  if (!subscribed) calendar.addPropertyWithValue('method', 'PUBLISH');
  else {
    calendar.addPropertyWithValue('x-wr-calname', subscribed.name);
    calendar.addPropertyWithValue('x-published-ttl', subscribed.refresh);
    calendar.addPropertyWithValue('refresh-interval', ICAL.Duration.fromString(subscribed.refresh));
  }
  for (const event of events) calendar.addSubcomponent(component(event));
  return `${calendar.toString()}\r\n`;
}

function component(entry: CalendarEvent): ICAL.Component {
  const event = new ICAL.Component('vevent');
  event.addPropertyWithValue('uid', entry.uid);
  event.addPropertyWithValue('sequence', entry.sequence);
  event.addPropertyWithValue('dtstamp', utc(entry.stampedAt));
  event.addPropertyWithValue('dtstart', utc(entry.startsAt));
  event.addPropertyWithValue('dtend', utc(entry.endsAt));
  event.addPropertyWithValue('summary', entry.summary);
  event.addPropertyWithValue('location', entry.location);
  event.addPropertyWithValue('description', entry.description);
  event.addPropertyWithValue('status', entry.isCancelled ? 'CANCELLED' : 'CONFIRMED');
  event.addPropertyWithValue('transp', entry.isCancelled ? 'TRANSPARENT' : 'OPAQUE');
  if (entry.organizer) {
    const organizer = event.addPropertyWithValue('organizer', `mailto:${entry.organizer.email}`);
    organizer.setParameter('cn', entry.organizer.name);
  }
  const alarms = entry.isCancelled ? [] : (entry.alarms ?? []);
  for (const before of alarms) event.addSubcomponent(alarm(before, entry.summary));
  return event;
}

function alarm(before: string, summary: string): ICAL.Component {
  const ringing = new ICAL.Component('valarm');
  ringing.addPropertyWithValue('action', 'DISPLAY');
  ringing.addPropertyWithValue('trigger', ICAL.Duration.fromString(before));
  ringing.addPropertyWithValue('description', summary);
  return ringing;
}

function utc(instant: Date): ICAL.Time {
  return ICAL.Time.fromJSDate(instant, true);
}

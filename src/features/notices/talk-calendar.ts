import ICAL from 'ical.js';

/** One talk as an entry of someone's calendar. Instants are written in UTC, so no zone table can be wrong. */
export interface CalendarEntry {
  readonly talkId: string;
  /** Published state of the talk; calendars take only a higher one (RFC 5546 2.1.4). */
  readonly revision: number;
  readonly isCancelled: boolean;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly stampedAt: Date;
  readonly summary: string;
  readonly location: string;
  readonly description: string;
  /** Part of the entry's name in all calendars; must never change for an installation. */
  readonly host: string;
  readonly organizer: { readonly name: string; readonly email: string };
}

const ALARMS = ['-P1D', '-PT2H'];

/** The calendar file of one talk, for the newcomer: published, not asking for an answer (docs/decisions/0006). */
export function talkCalendar(entry: CalendarEntry): string {
  const calendar = new ICAL.Component('vcalendar');
  calendar.addPropertyWithValue('prodid', '-//Welcome Talks//DE');
  calendar.addPropertyWithValue('version', '2.0');
  calendar.addPropertyWithValue('calscale', 'GREGORIAN');
  calendar.addPropertyWithValue('method', 'PUBLISH');
  const event = new ICAL.Component('vevent');
  event.addPropertyWithValue('uid', `${entry.talkId}@${entry.host}`);
  event.addPropertyWithValue('sequence', entry.revision);
  event.addPropertyWithValue('dtstamp', utc(entry.stampedAt));
  event.addPropertyWithValue('dtstart', utc(entry.startsAt));
  event.addPropertyWithValue('dtend', utc(entry.endsAt));
  event.addPropertyWithValue('summary', entry.summary);
  event.addPropertyWithValue('location', entry.location);
  event.addPropertyWithValue('description', entry.description);
  event.addPropertyWithValue('status', entry.isCancelled ? 'CANCELLED' : 'CONFIRMED');
  event.addPropertyWithValue('transp', entry.isCancelled ? 'TRANSPARENT' : 'OPAQUE');
  const organizer = event.addPropertyWithValue('organizer', `mailto:${entry.organizer.email}`);
  organizer.setParameter('cn', entry.organizer.name);
  if (!entry.isCancelled) for (const before of ALARMS) event.addSubcomponent(alarm(before, entry.summary));
  calendar.addSubcomponent(event);
  return `${calendar.toString()}\r\n`;
}

function alarm(before: string, summary: string): ICAL.Component {
  const component = new ICAL.Component('valarm');
  component.addPropertyWithValue('action', 'DISPLAY');
  component.addPropertyWithValue('trigger', ICAL.Duration.fromString(before));
  component.addPropertyWithValue('description', summary);
  return component;
}

function utc(instant: Date): ICAL.Time {
  return ICAL.Time.fromJSDate(instant, true);
}

import ICAL from 'ical.js';

/** An answer that a calendar program sent to the organizer (RFC 5546 3.2.3). */
export interface CalendarReply {
  readonly uid: string;
  readonly sequence: number;
  /** Address of the one attendee who answers, in small letters. */
  readonly attendee: string;
  /** `ACCEPTED`, `DECLINED`, `TENTATIVE` … */
  readonly answer: string;
}

const MAX_LENGTH = 100_000;

/** Undefined when the text is not a reply, or not one by exactly one attendee about one event. */
export function parseCalendarReply(text: string): CalendarReply | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  try {
    return replyIn(ICAL.Component.fromString(text));
  } catch {
    // whoever wrote it, it is not a calendar
    return undefined;
  }
}

function replyIn(calendar: ICAL.Component): CalendarReply | undefined {
  const [event, ...others] = calendar.getAllSubcomponents('vevent');
  const [attendee, ...guests] = event?.getAllProperties('attendee') ?? [];
  if (calendar.getFirstPropertyValue('method') !== 'REPLY' || !event || !attendee) return undefined;
  if (others.length > 0 || guests.length > 0) return undefined;
  return {
    uid: textOf(event.getFirstPropertyValue('uid')),
    sequence: Number(textOf(event.getFirstPropertyValue('sequence')) || 0),
    attendee: textOf(attendee.getFirstValue())
      .replace(/^mailto:/i, '')
      .toLowerCase(),
    answer: textOf(attendee.getFirstParameter('partstat')).toUpperCase(),
  };
}

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

import { describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import { talkCalendar, type CalendarEntry } from './talk-calendar.js';

const entry: CalendarEntry = {
  entryId: '01989f3e-7c00-7000-8000-000000000001',
  sequence: 3,
  isCancelled: false,
  startsAt: new Date('2027-03-29T07:00:00Z'),
  endsAt: new Date('2027-03-29T07:45:00Z'),
  stampedAt: new Date('2027-01-11T08:00:00Z'),
  summary: 'வரவேற்பு உரையாடல் · Erstinformationsgespräch',
  location: 'Amtshaus, Musterweg 1, 9999 Musterstadt; 2. Stock',
  description: 'தயவுசெய்து கொண்டு வாருங்கள்: கடவுச்சீட்டு அல்லது வதிவிட அனுமதி\nNummer: 2026-1, 2',
  host: 'termine.musterland.example',
  organizer: { name: 'Amt für Migration, Musterland', email: 'amt@musterland.example' },
};

const read = (
  overrides: Partial<CalendarEntry> = {},
): { text: string; calendar: ICAL.Component; event: ICAL.Event } => {
  const text = talkCalendar({ ...entry, ...overrides });
  const calendar = ICAL.Component.fromString(text);
  return { text, calendar, event: new ICAL.Event(calendar.getFirstSubcomponent('vevent')!) };
};

describe('the calendar entry of a talk', () => {
  it('has the instants of the talk in UTC, whatever the zone of the server', () => {
    const { text, event } = read();

    expect(text).toContain('DTSTART:20270329T070000Z');
    expect(event.startDate.toJSDate()).toEqual(entry.startsAt);
    expect(event.endDate.toJSDate()).toEqual(entry.endsAt);
  });

  it('keeps its name for life, and its revision grows', () => {
    expect(read().event.uid).toBe('01989f3e-7c00-7000-8000-000000000001@termine.musterland.example');
    expect(read({ sequence: 4 }).event).toMatchObject({ uid: read().event.uid, sequence: 4 });
  });

  it('is published by the office and names nobody else', () => {
    const { calendar, event } = read();

    expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH');
    expect(event.organizer).toBe('mailto:amt@musterland.example');
    expect(event.attendees).toEqual([]);
  });

  it('rings one day and two hours before', () => {
    const alarms = read().event.component.getAllSubcomponents('valarm');

    expect(alarms.map((alarm) => String(alarm.getFirstPropertyValue('trigger')))).toEqual(['-P1D', '-PT2H']);
  });

  it('is taken back without alarms', () => {
    const { event } = read({ isCancelled: true, sequence: 4 });

    expect(event.component.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect(event.component.getAllSubcomponents('valarm')).toEqual([]);
  });

  it('has lines of 75 octets at most, ends lines with CRLF, and reads back letter by letter', () => {
    const { text, event } = read();

    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(event).toMatchObject({
      summary: entry.summary,
      location: entry.location,
      description: entry.description,
    });
  });
});

import { describe, expect, it } from '@jest/globals';
import { read, readText } from '../../../../test/support/busy-calendar.js';
import { busyTimes } from './busy-times.js';

describe('the busy times of a calendar', () => {
  it('are those of its entries, in UTC, in a named zone, without a zone, and by the day', () => {
    expect(
      read(
        ['DTSTART:20270112T080000Z', 'DTEND:20270112T090000Z', 'SUMMARY:Arzt'],
        ['DTSTART;TZID=Europe/Istanbul:20270113T100000', 'DTEND;TZID=Europe/Istanbul:20270113T110000'],
        ['DTSTART:20270114T100000', 'DURATION:PT90M'],
        ['DTSTART;VALUE=DATE:20270115', 'DTEND;VALUE=DATE:20270116'],
      ),
    ).toEqual([
      '01-12T08:00/01-12T09:00',
      '01-13T07:00/01-13T08:00',
      '01-14T09:00/01-14T10:30',
      '01-14T23:00/01-15T23:00',
    ]);
  });

  it('know a zone that the file describes itself', () => {
    const zone = [
      'BEGIN:VTIMEZONE',
      'TZID:Eigene Zeit',
      'BEGIN:STANDARD',
      'DTSTART:19700101T000000',
      'TZOFFSETFROM:+0300',
      'TZOFFSETTO:+0300',
      'END:STANDARD',
      'END:VTIMEZONE',
    ];
    const event = [
      'BEGIN:VEVENT',
      'UID:1',
      'DTSTART;TZID=Eigene Zeit:20270112T100000',
      'DTEND;TZID=Eigene Zeit:20270112T110000',
      'END:VEVENT',
    ];

    expect(readText(['BEGIN:VCALENDAR', ...zone, ...event, 'END:VCALENDAR'].join('\r\n'))).toEqual([
      '01-12T07:00/01-12T08:00',
    ]);
  });

  it('repeat, with days left out and days moved', () => {
    const uid = 'UID:series@elsewhere.example';
    expect(
      read(
        [
          uid,
          'DTSTART:20261201T080000Z',
          'DTEND:20261201T090000Z',
          'RRULE:FREQ=WEEKLY;BYDAY=TU',
          'EXDATE:20270119T080000Z',
        ],
        [uid, 'RECURRENCE-ID:20270126T080000Z', 'DTSTART:20270127T100000Z', 'DTEND:20270127T110000Z'],
        [
          uid,
          'RECURRENCE-ID:20270202T080000Z',
          'DTSTART:20270202T080000Z',
          'DTEND:20270202T090000Z',
          'STATUS:CANCELLED',
        ],
      ),
    ).toEqual(['01-12T08:00/01-12T09:00', '01-27T10:00/01-27T11:00', '02-09T08:00/02-09T09:00']);
  });

  it('keep to the wall clock over the change to summer time', () => {
    const text = [
      'BEGIN:VCALENDAR',
      'BEGIN:VEVENT',
      'UID:1',
      'DTSTART;TZID=Europe/Zurich:20270322T090000',
      'DTEND;TZID=Europe/Zurich:20270322T100000',
      'RRULE:FREQ=WEEKLY;COUNT=2',
      'END:VEVENT',
      'END:VCALENDAR',
    ].join('\r\n');
    const times = busyTimes({
      text,
      from: Date.parse('2027-03-01T00:00:00Z'),
      until: Date.parse('2027-05-01T00:00:00Z'),
      timeZone: 'UTC',
      ownHost: 'termine.example',
    });

    expect(times.map(({ from }) => new Date(from).toISOString())).toEqual([
      '2027-03-22T08:00:00.000Z',
      '2027-03-29T07:00:00.000Z',
    ]);
  });

  it.each([
    'TRANSP:TRANSPARENT',
    'STATUS:CANCELLED',
    'X-MICROSOFT-CDO-BUSYSTATUS:FREE',
    'UID:a@termine.example',
  ])('leave out an entry with %s', (line) => {
    expect(read(['DTSTART:20270112T080000Z', 'DTEND:20270112T090000Z', line])).toEqual([]);
  });

  it('are joined and cut to the span that was asked for', () => {
    expect(
      read(
        ['DTSTART:20270110T080000Z', 'DTEND:20270111T020000Z'],
        ['DTSTART:20270112T080000Z', 'DTEND:20270112T090000Z'],
        ['DTSTART:20270112T083000Z', 'DTEND:20270112T100000Z'],
        ['DTSTART:20270112T100000Z', 'DTEND:20270112T103000Z'],
        ['DTSTART:20300101T080000Z', 'DTEND:20300101T090000Z'],
        ['DTSTART:20270112T120000Z', 'DTEND:20270112T120000Z'],
      ),
    ).toEqual(['01-11T00:00/01-11T02:00', '01-12T08:00/01-12T10:30']);
  });

  it('are those that a calendar publishes as busy, by their end or by their length', () => {
    const file = [
      'BEGIN:VCALENDAR',
      'BEGIN:VFREEBUSY',
      'FREEBUSY;FBTYPE=BUSY:20270112T080000Z/20270112T090000Z,20270113T080000Z/PT30M',
      'FREEBUSY:20270114T080000Z/20270114T083000Z',
      'FREEBUSY;FBTYPE=FREE:20270115T080000Z/20270115T090000Z',
      'END:VFREEBUSY',
      'END:VCALENDAR',
    ];

    expect(readText(file.join('\r\n'))).toEqual([
      '01-12T08:00/01-12T09:00',
      '01-13T08:00/01-13T08:30',
      '01-14T08:00/01-14T08:30',
    ]);
  });
});

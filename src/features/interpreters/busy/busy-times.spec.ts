import { describe, expect, it } from '@jest/globals';
import { busyTimes } from './busy-times.js';

const FROM = Date.parse('2027-01-11T00:00:00Z');
const UNTIL = Date.parse('2027-02-11T00:00:00Z');

/** The busy times of a calendar with these events, `from/until` in UTC to the minute. */
function read(...events: readonly (readonly string[])[]): string[] {
  const lines = events.flatMap((event, index) => {
    const named = event.some((line) => line.startsWith('UID:'))
      ? []
      : [`UID:event-${index}@elsewhere.example`];
    return ['BEGIN:VEVENT', ...named, ...event, 'END:VEVENT'];
  });
  return readText(['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR'].join('\r\n'));
}

function readText(text: string): string[] {
  const question = { text, from: FROM, until: UNTIL, timeZone: 'Europe/Zurich', ownHost: 'termine.example' };
  const short = (instant: number): string => new Date(instant).toISOString().slice(5, 16);
  return busyTimes(question).map(({ from, until }) => `${short(from)}/${short(until)}`);
}

const problemIn = (work: () => unknown): string => {
  try {
    work();
    return 'read';
  } catch (error) {
    return (error as { problem?: string }).problem ?? String(error);
  }
};

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

describe('a hostile calendar', () => {
  const start = ['DTSTART:20270112T080000Z', 'DTEND:20270112T080100Z'];

  it.each(['FREQ=SECONDLY', 'FREQ=MINUTELY', 'FREQ=HOURLY;INTERVAL=1'])(
    'that repeats by %s is refused',
    (rule) => {
      expect(problemIn(() => read([...start, `RRULE:${rule}`]))).toBe('too-demanding');
    },
  );

  it('that repeats every day since long ago, many times over, is refused', () => {
    const bomb = Array.from({ length: 50 }, () => [
      'DTSTART:19000101T080000Z',
      'DURATION:PT1M',
      'RRULE:FREQ=DAILY',
    ]);

    expect(problemIn(() => read(...bomb))).toBe('too-demanding');
  });

  it('with a list of every minute of every day is refused', () => {
    const all = (until: number): string => Array.from({ length: until }, (_, index) => index).join(',');
    const rule = `RRULE:FREQ=DAILY;BYHOUR=${all(24)};BYMINUTE=${all(60)};BYSECOND=${all(60)}`;

    expect(problemIn(() => read(['DTSTART:20260101T080000Z', 'DURATION:PT1S', rule]))).toBe('too-demanding');
  });

  it('with too many entries is refused', () => {
    const event = 'BEGIN:VEVENT\r\nDTSTART:20270112T080000Z\r\nEND:VEVENT\r\n';

    expect(problemIn(() => readText(`BEGIN:VCALENDAR\r\n${event.repeat(20_001)}END:VCALENDAR`))).toBe(
      'too-demanding',
    );
  });

  it.each([
    '',
    '<!doctype html><title>Sign in</title>',
    'BEGIN:VCARD\r\nEND:VCARD',
    'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VCALENDAR',
    '\u0000\u0001',
  ])('that is none is named so: %j', (text) => {
    expect(problemIn(() => readText(text))).toBe('not-a-calendar');
  });

  it('may begin with a byte order mark', () => {
    expect(readText('\ufeffBEGIN:VCALENDAR\r\nEND:VCALENDAR')).toEqual([]);
  });
});

describe('a calendar that means harm', () => {
  const repeating = (rule: string): string =>
    problemIn(() => read(['DTSTART:20270112T080000Z', 'DTEND:20270112T090000Z', `RRULE:${rule}`]));

  it.each([
    ['every second', 'FREQ=SECONDLY', 'too-demanding'],
    ['every minute', 'FREQ=MINUTELY;COUNT=10', 'too-demanding'],
    ['every hour', 'FREQ=HOURLY', 'too-demanding'],
    ['every day for ever', 'FREQ=DAILY', 'read'],
    ['a million times', 'FREQ=DAILY;COUNT=1000000', 'read'],
    ['on a day that never comes', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', 'read'],
    ['never', 'FREQ=DAILY;COUNT=0', 'read'],
    ['at no interval', 'FREQ=DAILY;INTERVAL=0', 'read'],
    ['at a negative interval', 'FREQ=DAILY;INTERVAL=-1', 'read'],
    ['by nonsense', 'FREQ=NONSENSE', 'not-a-calendar'],
  ])('repeats %s', (_, rule, outcome) => {
    expect(repeating(rule)).toBe(outcome);
  });

  it.each([
    [
      'a zone that nobody knows',
      ['DTSTART;TZID=Mars/Olympus:20270112T080000', 'DTEND;TZID=Mars/Olympus:20270112T090000'],
      ['01-12T07:00/01-12T08:00'],
    ],
    [
      'a path for a zone',
      ['DTSTART;TZID=../../etc/passwd:20270112T080000', 'DTEND;TZID=../../etc/passwd:20270112T090000'],
      ['01-12T07:00/01-12T08:00'],
    ],
    ['an end before its start', ['DTSTART:20270112T080000Z', 'DTEND:20270112T070000Z'], []],
    ['no start', ['SUMMARY:x'], []],
    ['a thousand years', ['DTSTART:20000101T000000Z', 'DTEND:29991231T000000Z'], ['01-11T00:00/02-11T00:00']],
  ])('has an entry with %s', (_, entry, times) => {
    expect(read(entry)).toEqual(times);
  });

  it.each([
    ['a page', '<html><script>alert(1)</script></html>'],
    ['nothing', ''],
    ['a beginning without an end', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT'],
    ['a card', 'BEGIN:VCARD\r\nEND:VCARD'],
    ['letters without end', 'x'.repeat(1_000_000)],
  ])('is %s', (_, text) => {
    expect(problemIn(() => readText(text))).toBe('not-a-calendar');
  });

  it('has more entries than anybody keeps', () => {
    const event = 'BEGIN:VEVENT\r\nDTSTART:20270112T080000Z\r\nEND:VEVENT\r\n';

    expect(problemIn(() => readText(`BEGIN:VCALENDAR\r\n${event.repeat(20_001)}END:VCALENDAR`))).toBe(
      'too-demanding',
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import { problemIn, read, readText } from '../../../../test/support/busy-calendar.js';

describe('a hostile calendar', () => {
  const start = ['DTSTART:20270112T080000Z', 'DTEND:20270112T080100Z'];

  it.each([
    ['every second', 'FREQ=SECONDLY', 'too-demanding'],
    ['every minute', 'FREQ=MINUTELY;COUNT=10', 'too-demanding'],
    ['every hour', 'FREQ=HOURLY;INTERVAL=1', 'too-demanding'],
    ['every day for ever', 'FREQ=DAILY', 'read'],
    ['a million times', 'FREQ=DAILY;COUNT=1000000', 'read'],
    ['on a day that never comes', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', 'read'],
    ['never', 'FREQ=DAILY;COUNT=0', 'read'],
    ['at no interval', 'FREQ=DAILY;INTERVAL=0', 'read'],
    ['at a negative interval', 'FREQ=DAILY;INTERVAL=-1', 'read'],
    ['by nonsense', 'FREQ=NONSENSE', 'not-a-calendar'],
  ])('that repeats %s', (_, rule, outcome) => {
    expect(problemIn(() => read([...start, `RRULE:${rule}`]))).toBe(outcome);
  });

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
  ])('that has an entry with %s', (_, entry, times) => {
    expect(read(entry)).toEqual(times);
  });

  it.each([
    '',
    '<!doctype html><title>Sign in</title>',
    'BEGIN:VCARD\r\nEND:VCARD',
    'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VCALENDAR',
    'BEGIN:VCALENDAR\r\nBEGIN:VEVENT',
    '\u0000\u0001',
    'x'.repeat(1_000_000),
  ])('that is none is named so: %.30j', (text) => {
    expect(problemIn(() => readText(text))).toBe('not-a-calendar');
  });

  it('may begin with a byte order mark', () => {
    expect(readText('\ufeffBEGIN:VCALENDAR\r\nEND:VCALENDAR')).toEqual([]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { hoursOfWeek, readHours, weekEntries, writeHours } from './week-hours.js';

describe('the hours of a day', () => {
  it.each([
    ['', []],
    ['08:00–12:00', [{ from: '08:00', until: '12:00' }]],
    [
      '8-12; 13.30 - 17',
      [
        { from: '08:00', until: '12:00' },
        { from: '13:30', until: '17:00' },
      ],
    ],
    ['18-24', [{ from: '18:00', until: '24:00' }]],
  ])('are read from «%s»', (text, hours) => {
    expect(readHours(text)).toEqual(hours);
  });

  it.each(['morgens', '12-8', '8-12, 11-13', '8:70-9', '8-25', '8-'])('are not guessed from «%s»', (text) => {
    expect(readHours(text)).toBeUndefined();
  });

  it('are written as they are read', () => {
    expect(writeHours(readHours('8-12,13-17.30') ?? [])).toBe('08:00–12:00, 13:00–17:30');
  });
});

it('a week is seven lines and comes back whole', () => {
  const hours = [{ weekday: 2, from: '08:00', until: '12:00' }];
  const entries = weekEntries('hours', hours);
  const read = Object.fromEntries(Object.entries(entries).map(([name, text]) => [name, readHours(text)]));

  expect(Object.keys(entries)).toHaveLength(7);
  expect(hoursOfWeek('hours', read)).toEqual(hours);
});

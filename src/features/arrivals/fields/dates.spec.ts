import { describe, expect, it } from '@jest/globals';
import { readArrivalDate, readBirthDate } from './dates.js';

const facts = { today: '2027-01-11' };

describe('a birth date', () => {
  it.each([
    ['05.03.1990', '1990-03-05'],
    ['5.3.1990', '1990-03-05'],
    ['1990-03-05', '1990-03-05'],
    ['1990-03-05 00:00:00', '1990-03-05'],
    ['29.02.2024', '2024-02-29'],
    ['1990', '1990'],
    ['00.00.1990', '1990'],
    ['03.1990', '1990-03'],
    ['00.03.1990', '1990-03'],
    ['1990-03', '1990-03'],
    ['', null],
    ['11.01.2027', '2027-01-11'],
  ])('%j is %j', (text, value) => {
    expect(readBirthDate(text, facts)).toEqual({ value });
  });

  it.each([
    ['29.02.2023', 'date-impossible'],
    ['31.04.1990', 'date-impossible'],
    ['13.13.1990', 'date-impossible'],
    ['1990-02-30', 'date-impossible'],
    ['5.3.90', 'date-unreadable'],
    ['03/05/1990', 'date-unreadable'],
    ['5. März 1990', 'date-unreadable'],
    ['32937', 'date-unreadable'],
    ['12.01.2027', 'date-in-future'],
    ['2028', 'date-in-future'],
    ['01.01.1906', 'date-too-old'],
  ])('%j is refused as %s', (text, error) => {
    expect(readBirthDate(text, facts)).toEqual({ error });
  });
});

describe('an arrival date', () => {
  it.each([
    ['11.01.2027', { value: '2027-01-11' }],
    ['2026-12-24', { value: '2026-12-24' }],
    ['12.01.2027', { error: 'date-in-future' }],
    ['01.01.2016', { error: 'date-too-old' }],
    ['2026', { error: 'date-unreadable' }],
    ['', { error: 'missing' }],
  ])('%j is %j', (text, expected) => {
    expect(readArrivalDate(text, facts)).toEqual(expected);
  });
});

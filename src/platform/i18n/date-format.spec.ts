import { describe, expect, it } from '@jest/globals';
import { dateFormat } from './date-format.js';

const afternoon = new Date('2026-03-05T14:05:00Z');

describe('writing dates', () => {
  it.each([
    ['de-CH', 'Donnerstag, 5. März 2026'],
    ['en-GB', 'Thursday 5 March 2026'],
    ['fr-CH', 'jeudi, 5 mars 2026'],
    ['ar', 'الخميس، 5 آذار / مارس 2026'],
    ['ta', 'வியாழன், 5 மார்ச், 2026'],
    ['fa-AF', 'پنجشنبه 5 مارچ 2026'],
    ['th', 'วันพฤหัสบดีที่ 5 มีนาคม 2026'],
  ])('is Gregorian with Latin digits in %s', (tag, expected) => {
    const written = dateFormat(tag, 'Europe/Zurich').longDate(afternoon);

    expect(written.replaceAll(',', '').split(' ').sort()).toEqual(
      expected.replaceAll(',', '').split(' ').sort(),
    );
  });

  it.each(['de-CH', 'ar', 'sq', 'ta', 'ti', 'fa-AF'])(
    'shows 24 hours in the zone of the office in %s',
    (tag) => {
      expect(dateFormat(tag, 'Europe/Zurich').time(afternoon)).toBe('15:05');
      expect(dateFormat(tag, 'Europe/Zurich').numericDate(afternoon)).toBe('05.03.2026');
    },
  );

  it('shows midnight as 00, not 24', () => {
    expect(dateFormat('de-CH', 'Europe/Zurich').time(new Date('2026-03-04T23:05:00Z'))).toBe('00:05');
  });

  it.each([
    ['de-CH', '2026-12-05T12:00:00Z', '30. November – 5. Dezember 2026'],
    ['en-GB', '2026-12-05T12:00:00Z', '30 November – 5 December 2026'],
    ['fr-CH', '2026-12-05T12:00:00Z', '30 novembre – 5 décembre 2026'],
  ])('names a stretch of days in %s', (tag, until, expected) => {
    const from = new Date('2026-11-30T12:00:00Z');

    expect(dateFormat(tag, 'Europe/Zurich').dayRange(from, new Date(until))).toBe(expected);
  });

  it('follows both clock changes', () => {
    const format = dateFormat('de-CH', 'Europe/Zurich');

    expect(format.time(new Date('2026-03-29T00:59:00Z'))).toBe('01:59');
    expect(format.time(new Date('2026-03-29T01:00:00Z'))).toBe('03:00');
    expect(format.time(new Date('2026-10-25T00:30:00Z'))).toBe('02:30');
    expect(format.time(new Date('2026-10-25T01:30:00Z'))).toBe('02:30');
  });
});

import { describe, expect, it } from '@jest/globals';
import { instantOn, weekNamed, weekOf } from './iso-week.js';

describe('weeks by their ISO number', () => {
  it.each([
    ['2026-12-31', '2026-W53'],
    ['2027-01-03', '2026-W53'],
    ['2027-01-04', '2027-W01'],
    ['2027-12-31', '2027-W52'],
    ['2028-01-01', '2027-W52'],
    ['2028-02-29', '2028-W09'],
  ])('%s is in %s', (day, id) => {
    expect(weekOf(day).id).toBe(id);
  });

  it('begin on Monday', () => {
    expect(weekOf('2027-01-13').days).toEqual([
      '2027-01-11',
      '2027-01-12',
      '2027-01-13',
      '2027-01-14',
      '2027-01-15',
      '2027-01-16',
      '2027-01-17',
    ]);
  });

  it.each(['2027-W01', '2026-W53', '2027-W52'])('%s is found by its name', (id) => {
    expect(weekNamed(id)?.id).toBe(id);
  });

  it.each(['2027-W53', '2027-W00', '2027-W99', 'W01', '', '2027-01', "2027-W01'"])('%s is none', (id) => {
    expect(weekNamed(id)).toBeUndefined();
  });

  it('are written in the zone of the office on both sides of the clock change', () => {
    expect(instantOn('2027-03-27', '12:00', 'Europe/Zurich').toISOString()).toBe('2027-03-27T11:00:00.000Z');
    expect(instantOn('2027-03-28', '12:00', 'Europe/Zurich').toISOString()).toBe('2027-03-28T10:00:00.000Z');
  });
});

import { describe, expect, it } from '@jest/globals';
import { daysOfWeek, mondayOf, nextMondays } from './weeks.js';

describe('weeks', () => {
  it('of the choice begin after today, also when today is a Monday', () => {
    expect(nextMondays('2027-01-11', 2)).toEqual(['2027-01-18', '2027-01-25']);
    expect(nextMondays('2027-01-17', 1)).toEqual(['2027-01-18']);
  });

  it('go from Monday to Sunday', () => {
    expect(mondayOf('2027-01-17')).toBe('2027-01-11');
    expect(mondayOf('2027-01-11')).toBe('2027-01-11');
    expect(daysOfWeek('2027-01-11').at(-1)).toBe('2027-01-17');
  });
});

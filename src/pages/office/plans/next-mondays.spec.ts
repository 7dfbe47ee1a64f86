import { describe, expect, it } from '@jest/globals';
import { nextMondays } from './next-mondays.js';

describe('the next Mondays', () => {
  it('begin after today, also when today is one', () => {
    expect(nextMondays('2027-01-11', 2)).toEqual(['2027-01-18', '2027-01-25']);
    expect(nextMondays('2027-01-17', 1)).toEqual(['2027-01-18']);
  });
});

import { describe, expect, it } from '@jest/globals';
import { plannedDays, weeksAhead } from './planned-days.js';

const now = new Date('2027-01-13T08:00:00Z');
const seen = { from: '2027-01-13', to: '2027-03-17' };

describe('the days of a plan', () => {
  it('begin today when no first day was chosen, or when it is over', () => {
    expect(weeksAhead({ weeks: 4, fromDay: null }, now)).toBe(4);
    expect(plannedDays({ weeks: 4, fromDay: null }, seen)).toBe(seen);
    expect(weeksAhead({ weeks: 4, fromDay: '2027-01-04' }, now)).toBe(4);
    expect(plannedDays({ weeks: 4, fromDay: '2027-01-04' }, seen)).toBe(seen);
  });

  it('begin on the chosen day and last as many weeks', () => {
    const plan = { weeks: 2, fromDay: '2027-02-01' };

    expect(weeksAhead(plan, now)).toBe(5);
    expect(plannedDays(plan, seen)).toEqual({ from: '2027-02-01', to: '2027-02-14' });
  });
});

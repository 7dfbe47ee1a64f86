import { describe, expect, it } from '@jest/globals';
import { publicHolidays } from './holidays.js';

describe('public holidays', () => {
  it('are those of the canton', () => {
    const days = publicHolidays('BL', 2027).map((holiday) => holiday.day);

    expect(days).toContain('2027-05-01');
    expect(days).toContain('2027-05-06');
    expect(days).not.toContain('2027-03-25');
    expect(publicHolidays('TI', 2027).map((holiday) => holiday.day)).toContain('2027-03-19');
  });

  it('have German names', () => {
    expect(publicHolidays('BL', 2027).find((holiday) => holiday.day === '2027-03-26')?.name).toBe(
      'Karfreitag',
    );
  });
});

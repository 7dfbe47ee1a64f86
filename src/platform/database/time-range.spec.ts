import { describe, expect, it } from '@jest/globals';
import { rangeFromSql, rangeToSql } from './time-range.js';

describe('a time range in SQL', () => {
  it('reads what PostgreSQL prints, whatever the session zone', () => {
    expect(rangeFromSql('["2026-01-02 10:00:00+00","2026-01-02 17:30:00+05:30")')).toEqual({
      from: new Date('2026-01-02T10:00:00Z'),
      to: new Date('2026-01-02T12:00:00Z'),
    });
  });

  it('comes back as it went in', () => {
    const range = { from: new Date('2026-03-29T00:30:00Z'), to: new Date('2026-03-29T01:30:00Z') };

    expect(rangeFromSql(rangeToSql(range))).toEqual(range);
  });

  it('refuses what is not bounded and half-open', () => {
    expect(() => rangeFromSql('empty')).toThrow('half-open');
    expect(() => rangeFromSql('["2026-01-02 10:00:00+00",)')).toThrow('half-open');
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { instantOf, intervalsOf, minuteOf, parseInstant } from './instant.js';

describe('instants', () => {
  it('are minutes since 1970 in UTC', () => {
    expect(minuteOf('1970-01-02T00:01Z')).toBe(1441);
    expect(instantOf(1441)).toBe('1970-01-02T00:01Z');
  });

  it('are the same with and without seconds', () => {
    expect(minuteOf('2026-10-26T07:00:00.000Z')).toBe(minuteOf('2026-10-26T07:00Z'));
    expect(minuteOf('2026-10-26T07:00:00Z')).toBe(minuteOf('2026-10-26T07:00Z'));
  });

  it('come back unchanged from minutes', () => {
    fc.assert(
      fc.property(fc.integer({ min: -5_000_000, max: 60_000_000 }), (minute) => {
        expect(minuteOf(instantOf(minute))).toBe(minute);
        expect(Date.parse(instantOf(minute))).toBe(minute * 60_000);
      }),
    );
  });

  it.each(['2026-10-26T07:00', '2026-10-26T07:00:30Z', '2026-02-30T07:00Z', '2026-10-26T24:00Z', 'tomorrow'])(
    'refuse %s',
    (text) => {
      expect(parseInstant(text)).toBeUndefined();
      expect(() => minuteOf(text)).toThrow(RangeError);
    },
  );

  it('make intervals of ranges', () => {
    expect(intervalsOf([{ from: '1970-01-01T00:10Z', to: '1970-01-01T00:20Z' }])).toEqual([
      { from: 10, to: 20 },
    ]);
  });
});

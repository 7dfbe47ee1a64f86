import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { covers, intersect, merge, overlaps, subtract, touches, type Interval } from './interval.js';

const interval = (from: number, to: number): Interval => ({ from, to });
const intervals = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 15 }))
    .map(([from, length]) => interval(from, from + length)),
  { maxLength: 8 },
);
const minutesIn = (list: readonly Interval[]): readonly number[] =>
  Array.from({ length: 60 }, (_, minute) => minute).filter((m) => list.some((x) => x.from <= m && m < x.to));

describe('two intervals', () => {
  it('touch but do not overlap when one ends where the other begins', () => {
    expect(overlaps(interval(9, 10), interval(10, 11))).toBe(false);
    expect(touches(interval(10, 11), interval(9, 10))).toBe(true);
  });

  it('overlap when one lies inside the other', () => {
    expect(overlaps(interval(9, 12), interval(10, 11))).toBe(true);
    expect(touches(interval(9, 12), interval(10, 11))).toBe(false);
  });
});

describe('lists of intervals', () => {
  it('merge what adjoins, so that a talk across the seam is covered', () => {
    const seam = merge([interval(10, 12), interval(8, 10)]);

    expect(seam).toEqual([interval(8, 12)]);
    expect(covers(seam, interval(9, 11))).toBe(true);
  });

  it('do not cover what reaches over a gap', () => {
    expect(covers([interval(8, 10), interval(11, 12)], interval(9, 12))).toBe(false);
  });

  it('agree with counting single minutes', () => {
    fc.assert(
      fc.property(intervals, intervals, (a, b) => {
        const inA = new Set(minutesIn(a));
        const inB = new Set(minutesIn(b));
        expect(minutesIn(merge(a))).toEqual([...inA]);
        expect(minutesIn(intersect(a, b))).toEqual([...inA].filter((m) => inB.has(m)));
        expect(minutesIn(subtract(a, b))).toEqual([...inA].filter((m) => !inB.has(m)));
      }),
    );
  });

  it('come out sorted, apart and never empty', () => {
    fc.assert(
      fc.property(intervals, intervals, (a, b) => {
        for (const list of [merge(a), intersect(a, b), subtract(a, b)])
          list.forEach((x, i) => {
            expect(x.from).toBeLessThan(x.to);
            if (i > 0) expect(list[i - 1]!.to).toBeLessThan(x.from);
          });
      }),
    );
  });

  it('leave their arguments as they were', () => {
    const list = Object.freeze([interval(5, 6), interval(1, 2)]);

    merge(list);
    subtract(list, list);

    expect(list).toEqual([interval(5, 6), interval(1, 2)]);
  });
});

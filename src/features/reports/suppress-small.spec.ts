import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { publishedTotal, SMALLEST_GROUP, suppressSmall } from './suppress-small.js';
import type { TalkFigures } from './talk-figures.js';

const group = (talks: number, more: Partial<TalkFigures> = {}): TalkFigures => ({
  talks,
  held: 0,
  noShow: 0,
  cancelled: 0,
  persons: 0,
  waitingDays: 0,
  costRappen: talks * 100,
  ...more,
});
const talksOf = (...sizes: number[]): (number | null)[] =>
  suppressSmall(sizes.map((size) => group(size))).map(({ talks }) => talks);

describe('small groups', () => {
  it('are hidden, large ones and empty ones are shown', () => {
    expect(talksOf(5, 20, 0)).toEqual([5, 20, 0]);
    expect(talksOf(4, 3, 20)).toEqual([null, null, 20]);
  });

  it('cannot be reckoned from the total: the next smallest is hidden too', () => {
    expect(talksOf(4, 20, 30)).toEqual([null, null, 30]);
    expect(talksOf(1, 1, 9, 30)).toEqual([null, null, null, 30]);
  });

  it('hide their whole row, and costs and means with it', () => {
    const [small] = suppressSmall([group(2, { held: 2, persons: 6 }), group(3), group(40)]);

    expect(Object.values(small!).every((value) => value === null)).toBe(true);
  });

  it('hide a single count in a row that is large enough', () => {
    const rows = suppressSmall([
      group(30, { noShow: 2, held: 28, waitingDays: 280 }),
      group(30, { noShow: 3, held: 0 }),
    ]);

    expect(rows[0]).toMatchObject({
      talks: 30,
      held: 28,
      noShow: null,
      meanWaitingDays: 10,
      costRappen: 3000,
    });
    expect(rows[1]).toMatchObject({ noShow: null, held: 0, meanWaitingDays: null });
  });

  it('are hidden in the total too', () => {
    expect(publishedTotal([group(2), group(1)]).talks).toBeNull();
    expect(publishedTotal([group(4, { held: 4 }), group(4, { held: 3 })])).toMatchObject({
      talks: 8,
      held: 7,
    });
  });

  it('never leave one unknown in a column, nor unknowns that are few together, whatever the sizes', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 30 }), { minLength: 2, maxLength: 12 }), (sizes) => {
        const shown = talksOf(...sizes);
        const secret = sizes.filter((_, index) => shown[index] === null);
        const left = sizes.filter((size, index) => shown[index] !== null && size > 0);

        expect(shown.every((value) => value === null || value === 0 || value >= SMALLEST_GROUP)).toBe(true);
        // all that is not shown may be the total itself: then there is nothing left to hide
        if (secret.length > 0 && left.length > 0) {
          expect(secret.length).toBeGreaterThan(1);
          expect(secret.reduce((sum, size) => sum + size, 0)).toBeGreaterThanOrEqual(SMALLEST_GROUP);
        }
      }),
    );
  });
});

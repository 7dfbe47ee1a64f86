import { describe, expect, it } from '@jest/globals';
import { aTalk, ask } from '../../../test/support/scheduling-builders.js';
import { startsOnTheGrid } from './starts-on-the-grid.js';

describe('the start of a talk', () => {
  it('lies on a quarter hour', () => {
    expect(ask(startsOnTheGrid)).toBeUndefined();
  });

  it('may not lie between two', () => {
    expect(ask(startsOnTheGrid, { talk: aTalk({ start: '2026-10-26T09:05Z' }) })).toEqual({
      rule: 'starts-on-the-grid',
      limit: 15,
    });
  });
});

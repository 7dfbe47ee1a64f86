import { describe, expect, it } from '@jest/globals';
import { aTalk, ask } from '../../../test/support/scheduling-builders.js';
import { insideTheHorizon } from './inside-the-horizon.js';

describe('the horizon', () => {
  it('includes its last day', () => {
    expect(ask(insideTheHorizon, { talk: aTalk({ start: '2026-11-13T15:00Z' }) })).toBeUndefined();
  });

  it('excludes the day after', () => {
    expect(ask(insideTheHorizon, { talk: aTalk({ start: '2026-11-14T09:00Z' }) })).toEqual({
      rule: 'inside-the-horizon',
      date: '2026-11-13',
    });
  });

  it('excludes the day before, by the local date', () => {
    expect(ask(insideTheHorizon, { talk: aTalk({ start: '2026-10-18T21:45Z' }) })).toEqual({
      rule: 'inside-the-horizon',
      date: '2026-10-19',
    });
  });

  it('begins at local midnight', () => {
    expect(ask(insideTheHorizon, { talk: aTalk({ start: '2026-10-18T22:00Z' }) })).toBeUndefined();
  });
});

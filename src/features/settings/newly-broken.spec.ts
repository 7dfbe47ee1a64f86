import { describe, expect, it } from '@jest/globals';
import type { BrokenRule } from '../talks/index.js';
import { newlyBroken } from './newly-broken.js';

const broken = (rule: BrokenRule['rule']): BrokenRule => ({ rule, names: [], overridable: false });

describe('what a change breaks', () => {
  it('is what was in order before', () => {
    const after = new Map([['a', [broken('site-is-open')]]]);

    expect(newlyBroken(new Map(), after)).toEqual(after);
  });

  it('leaves out what was broken already', () => {
    const before = new Map([['a', [broken('site-is-open')]]]);
    const after = new Map([
      ['a', [broken('site-is-open'), broken('room-holds-everyone')]],
      ['b', [broken('site-is-open')]],
    ]);

    expect([...newlyBroken(before, after)]).toEqual([
      ['a', [broken('room-holds-everyone')]],
      ['b', [broken('site-is-open')]],
    ]);
    expect(newlyBroken(before, before).size).toBe(0);
  });
});

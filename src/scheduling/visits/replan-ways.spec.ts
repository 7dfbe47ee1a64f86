import { describe, expect, it } from '@jest/globals';
import { quietestFirst, type ReplanWay } from './replan-ways.js';

const way = (
  name: string,
  kind: ReplanWay['kind'],
  told: number,
  isSameTime: boolean,
): ReplanWay & { name: string } => ({ name, kind, told, isSameTime });

describe('the ways of a talk that lost its interpreter', () => {
  it('begin with those of which nobody reads anything new, and end with leaving it open', () => {
    const ways = [
      way('later', 'later', 0, true),
      way('other day', 'slot', 1, false),
      way('caseworker', 'slot', 1, true),
      way('other day, untold', 'slot', 0, false),
      way('preferred', 'ask', 0, true),
      way('pool', 'ask', 0, true),
    ];

    expect(quietestFirst(ways).map(({ name }) => name)).toEqual([
      'preferred',
      'pool',
      'other day, untold',
      'caseworker',
      'other day',
      'later',
    ]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { ask } from '../../../test/support/scheduling-builders.js';
import { roomHoldsEveryone } from './room-holds-everyone.js';

describe('the seats of a room', () => {
  it('are enough for as many persons', () => {
    expect(ask(roomHoldsEveryone, { newcomer: { persons: 4 } })).toBeUndefined();
  });

  it('are not enough for one more', () => {
    expect(ask(roomHoldsEveryone, { newcomer: { persons: 5 } })).toEqual({
      rule: 'room-holds-everyone',
      subject: { kind: 'room', id: 'R1' },
      limit: 4,
      actual: 5,
    });
  });
});

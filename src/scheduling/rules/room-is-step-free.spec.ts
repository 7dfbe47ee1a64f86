import { describe, expect, it } from '@jest/globals';
import { ask } from '../../../test/support/scheduling-builders.js';
import { roomIsStepFree } from './room-is-step-free.js';

describe('a room with steps', () => {
  it('is fine for those who can climb them', () => {
    expect(ask(roomIsStepFree, { room: { accessible: false } })).toBeUndefined();
  });

  it('is none for a wheelchair', () => {
    expect(ask(roomIsStepFree, { room: { accessible: false }, newcomer: { wheelchair: true } })).toEqual({
      rule: 'room-is-step-free',
      subject: { kind: 'room', id: 'R1' },
    });
  });
});

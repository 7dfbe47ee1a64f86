import { describe, expect, it } from '@jest/globals';
import { ask, MONDAY_TEN } from '../../../test/support/scheduling-builders.js';
import { roomIsNotBlocked } from './room-is-not-blocked.js';

describe('a blocked room', () => {
  it('is free again when the block ends', () => {
    expect(
      ask(roomIsNotBlocked, { room: { blocked: [{ from: '2026-10-26T08:00Z', to: MONDAY_TEN }] } }),
    ).toBeUndefined();
  });

  it('is not used for the buffer either', () => {
    expect(
      ask(roomIsNotBlocked, { room: { blocked: [{ from: '2026-10-26T09:50Z', to: '2026-10-26T12:00Z' }] } }),
    ).toEqual({
      rule: 'room-is-not-blocked',
      subject: { kind: 'room', id: 'R1' },
      from: '2026-10-26T09:50Z',
      until: '2026-10-26T12:00Z',
    });
  });
});

import { describe, expect, it } from '@jest/globals';
import { anotherTalk, ask } from '../../../test/support/scheduling-builders.js';
import { roomIsFree } from './room-is-free.js';

describe('a room that is taken', () => {
  it('is free again after the buffer', () => {
    expect(
      ask(roomIsFree, { others: [anotherTalk({ room: 'R1', start: '2026-10-26T08:00Z' })] }),
    ).toBeUndefined();
  });

  it('is not free during the buffer', () => {
    expect(ask(roomIsFree, { others: [anotherTalk({ room: 'R1', start: '2026-10-26T08:15Z' })] })).toEqual({
      rule: 'room-is-free',
      subject: { kind: 'room', id: 'R1' },
      from: '2026-10-26T08:15Z',
      until: '2026-10-26T09:15Z',
    });
  });

  it('does not mind talks elsewhere at the same time', () => {
    expect(ask(roomIsFree, { others: [anotherTalk()] })).toBeUndefined();
  });

  it('is not in the way of the talk itself', () => {
    expect(ask(roomIsFree, { others: [] })).toBeUndefined();
  });
});

import { describe, expect, it } from '@jest/globals';
import { aTalk, aVideoTalk, ask } from '../../../test/support/scheduling-builders.js';
import { roomIsAtTheSite } from './room-is-at-the-site.js';

describe('the room', () => {
  it('is at the site of the talk', () => {
    expect(ask(roomIsAtTheSite)).toBeUndefined();
  });

  it('may not be at another site', () => {
    expect(ask(roomIsAtTheSite, { room: { site: 'S2' } })).toEqual({
      rule: 'room-is-at-the-site',
      subject: { kind: 'room', id: 'R1' },
    });
  });

  it('must exist', () => {
    expect(ask(roomIsAtTheSite, { talk: aTalk({ room: 'R9' }) })).toEqual({
      rule: 'room-is-at-the-site',
      subject: { kind: 'room', id: 'R9' },
    });
  });

  it('is missing at a video talk', () => {
    expect(ask(roomIsAtTheSite, { talk: aVideoTalk() })).toBeUndefined();
  });

  it('must not be taken for a video talk', () => {
    expect(ask(roomIsAtTheSite, { talk: aVideoTalk({ room: 'R1' }) })).toEqual({
      rule: 'room-is-at-the-site',
      subject: { kind: 'room', id: 'R1' },
    });
  });
});

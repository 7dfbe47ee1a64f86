import { describe, expect, it } from '@jest/globals';
import { aTalk, ask } from '../../../test/support/scheduling-builders.js';
import { roomHasVideo } from './room-has-video.js';

describe('a room without video', () => {
  it('is fine with the interpreter in it', () => {
    expect(ask(roomHasVideo, { room: { video: false } })).toBeUndefined();
  });

  it('cannot show an interpreter on a screen', () => {
    expect(ask(roomHasVideo, { room: { video: false }, talk: aTalk({ interpreterMode: 'video' }) })).toEqual({
      rule: 'room-has-video',
      subject: { kind: 'room', id: 'R1' },
    });
  });

  it('is fine for an interpreter on the telephone', () => {
    expect(
      ask(roomHasVideo, {
        room: { video: false },
        interpreter: { remoteMode: 'phone' },
        talk: aTalk({ interpreterMode: 'video' }),
      }),
    ).toBeUndefined();
  });
});

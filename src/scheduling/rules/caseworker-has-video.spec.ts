import { describe, expect, it } from '@jest/globals';
import { aVideoTalk, ask } from '../../../test/support/scheduling-builders.js';
import { caseworkerHasVideo } from './caseworker-has-video.js';

describe('a caseworker without video', () => {
  it('leads talks on site', () => {
    expect(ask(caseworkerHasVideo, { caseworker: { video: false } })).toBeUndefined();
  });

  it('leads none by video', () => {
    expect(ask(caseworkerHasVideo, { caseworker: { video: false }, talk: aVideoTalk() })).toEqual({
      rule: 'caseworker-has-video',
      subject: { kind: 'caseworker', id: 'C1' },
    });
  });
});

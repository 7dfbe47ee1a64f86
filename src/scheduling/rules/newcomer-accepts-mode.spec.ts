import { describe, expect, it } from '@jest/globals';
import { aVideoTalk, ask } from '../../../test/support/scheduling-builders.js';
import { newcomerAcceptsMode } from './newcomer-accepts-mode.js';

describe('a talk by video', () => {
  it('is held with those who accept it', () => {
    expect(
      ask(newcomerAcceptsMode, { talk: aVideoTalk(), newcomer: { modes: ['onsite', 'video'] } }),
    ).toBeUndefined();
  });

  it('is not held with others', () => {
    expect(ask(newcomerAcceptsMode, { talk: aVideoTalk() })).toEqual({
      rule: 'newcomer-accepts-mode',
      subject: { kind: 'newcomer', id: 'N1' },
    });
  });
});

import { describe, expect, it } from '@jest/globals';
import { aTalk, aVideoTalk, ask } from '../../../test/support/scheduling-builders.js';
import { newcomerAcceptsRemoteInterpreter } from './newcomer-accepts-remote-interpreter.js';

describe('a remote interpreter at a talk on site', () => {
  it('is fine with those who accept it', () => {
    expect(
      ask(newcomerAcceptsRemoteInterpreter, {
        newcomer: { remoteInterpreter: true },
        talk: aTalk({ interpreterMode: 'video' }),
      }),
    ).toBeUndefined();
  });

  it('is not with others', () => {
    expect(ask(newcomerAcceptsRemoteInterpreter, { talk: aTalk({ interpreterMode: 'video' }) })).toEqual({
      rule: 'newcomer-accepts-remote-interpreter',
      subject: { kind: 'newcomer', id: 'N1' },
    });
  });

  it('is no question when the talk is by video', () => {
    expect(ask(newcomerAcceptsRemoteInterpreter, { talk: aVideoTalk() })).toBeUndefined();
  });
});

import { describe, expect, it } from '@jest/globals';
import { aTalk, anotherTalk, ask } from '../../../test/support/scheduling-builders.js';
import { interpreterIsFree } from './interpreter-is-free.js';

describe('an interpreter who is taken', () => {
  it('is free again right after the talk, without buffer', () => {
    expect(
      ask(interpreterIsFree, { others: [anotherTalk({ interpreter: 'I1', start: '2026-10-26T08:15Z' })] }),
    ).toBeUndefined();
  });

  it('is not free before it ends', () => {
    expect(
      ask(interpreterIsFree, { others: [anotherTalk({ interpreter: 'I1', start: '2026-10-26T08:30Z' })] }),
    ).toEqual({
      rule: 'interpreter-is-free',
      subject: { kind: 'interpreter', id: 'I1' },
      from: '2026-10-26T08:30Z',
      until: '2026-10-26T09:15Z',
    });
  });

  it('is not needed without interpreter', () => {
    expect(
      ask(interpreterIsFree, {
        talk: aTalk({ interpreter: null, interpreterMode: null }),
        others: [anotherTalk({ interpreter: 'I1' })],
      }),
    ).toBeUndefined();
  });
});

import { describe, expect, it } from '@jest/globals';
import { anotherTalk, ask, MONDAY_TEN } from '../../../test/support/scheduling-builders.js';
import { newcomerHasOneTalk } from './newcomer-has-one-talk.js';

describe('one talk per newcomer', () => {
  it('does not count the talks of others', () => {
    expect(ask(newcomerHasOneTalk, { others: [anotherTalk()] })).toBeUndefined();
  });

  it('refuses a second one and says when the first is', () => {
    expect(ask(newcomerHasOneTalk, { others: [anotherTalk({ newcomer: 'N1' })] })).toEqual({
      rule: 'newcomer-has-one-talk',
      subject: { kind: 'newcomer', id: 'N1' },
      from: MONDAY_TEN,
      until: '2026-10-26T09:45Z',
    });
  });
});

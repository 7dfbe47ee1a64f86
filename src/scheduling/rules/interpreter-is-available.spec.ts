import { describe, expect, it } from '@jest/globals';
import { aTalk, ask } from '../../../test/support/scheduling-builders.js';
import { interpreterIsAvailable } from './interpreter-is-available.js';

describe('the hours of an interpreter', () => {
  it('hold the talk without its buffer', () => {
    expect(ask(interpreterIsAvailable, { talk: aTalk({ start: '2026-10-26T16:15Z' }) })).toBeUndefined();
  });

  it('do not hold a talk that ends later', () => {
    expect(ask(interpreterIsAvailable, { talk: aTalk({ start: '2026-10-26T16:30Z' }) })).toEqual({
      rule: 'interpreter-is-available',
      subject: { kind: 'interpreter', id: 'I1' },
    });
  });

  it('are prolonged by extra times', () => {
    expect(
      ask(interpreterIsAvailable, {
        talk: aTalk({ start: '2026-10-26T16:30Z' }),
        interpreter: { extra: [{ from: '2026-10-26T17:00Z', to: '2026-10-26T18:00Z' }] },
      }),
    ).toBeUndefined();
  });
});

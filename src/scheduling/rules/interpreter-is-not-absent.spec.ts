import { describe, expect, it } from '@jest/globals';
import { ask } from '../../../test/support/scheduling-builders.js';
import { interpreterIsNotAbsent } from './interpreter-is-not-absent.js';

describe('the absence of an interpreter', () => {
  it('may begin when the talk ends', () => {
    expect(
      ask(interpreterIsNotAbsent, {
        interpreter: { absent: [{ from: '2026-10-26T09:45Z', to: '2026-10-26T12:00Z' }] },
      }),
    ).toBeUndefined();
  });

  it('may not begin earlier', () => {
    expect(
      ask(interpreterIsNotAbsent, {
        interpreter: { absent: [{ from: '2026-10-26T09:30Z', to: '2026-10-26T12:00Z' }] },
      }),
    ).toEqual({
      rule: 'interpreter-is-not-absent',
      subject: { kind: 'interpreter', id: 'I1' },
      from: '2026-10-26T09:30Z',
      until: '2026-10-26T12:00Z',
    });
  });
});

import { describe, expect, it } from '@jest/globals';
import { ask } from '../../../test/support/scheduling-builders.js';
import { caseworkerIsNotAbsent } from './caseworker-is-not-absent.js';

describe('the absence of a caseworker', () => {
  it('may begin after the buffer', () => {
    expect(
      ask(caseworkerIsNotAbsent, {
        caseworker: { absent: [{ from: '2026-10-26T10:00Z', to: '2026-10-30T23:00Z' }] },
      }),
    ).toBeUndefined();
  });

  it('may not begin within it', () => {
    expect(
      ask(caseworkerIsNotAbsent, {
        caseworker: { absent: [{ from: '2026-10-26T09:59Z', to: '2026-10-30T23:00Z' }] },
      }),
    ).toEqual({
      rule: 'caseworker-is-not-absent',
      subject: { kind: 'caseworker', id: 'C1' },
      from: '2026-10-26T09:59Z',
      until: '2026-10-30T23:00Z',
    });
  });
});

import { describe, expect, it } from '@jest/globals';
import { ask } from '../../../test/support/scheduling-builders.js';
import { newcomerIsAvailable } from './newcomer-is-available.js';

describe('a time at which the newcomer cannot come', () => {
  it('may begin when the talk ends', () => {
    expect(
      ask(newcomerIsAvailable, {
        newcomer: { unavailable: [{ from: '2026-10-26T09:45Z', to: '2026-10-26T11:00Z' }] },
      }),
    ).toBeUndefined();
  });

  it('may not begin a minute earlier', () => {
    expect(
      ask(newcomerIsAvailable, {
        newcomer: { unavailable: [{ from: '2026-10-26T09:44Z', to: '2026-10-26T11:00Z' }] },
      }),
    ).toEqual({
      rule: 'newcomer-is-available',
      subject: { kind: 'newcomer', id: 'N1' },
      from: '2026-10-26T09:44Z',
      until: '2026-10-26T11:00Z',
    });
  });
});

import { describe, expect, it } from '@jest/globals';
import { anotherTalk, ask } from '../../../test/support/scheduling-builders.js';
import { interpreterWeekLimit } from './interpreter-week-limit.js';

describe('the weekly limit of an interpreter', () => {
  it('begins anew on Monday', () => {
    expect(
      ask(interpreterWeekLimit, {
        interpreter: { maxPerWeek: 1 },
        others: [anotherTalk({ interpreter: 'I1', start: '2026-10-25T09:00Z' })],
      }),
    ).toBeUndefined();
  });

  it('may not be passed until Sunday', () => {
    expect(
      ask(interpreterWeekLimit, {
        interpreter: { maxPerWeek: 1 },
        others: [anotherTalk({ interpreter: 'I1', start: '2026-11-01T09:00Z' })],
      }),
    ).toEqual({
      rule: 'interpreter-week-limit',
      subject: { kind: 'interpreter', id: 'I1' },
      limit: 1,
      actual: 2,
    });
  });
});

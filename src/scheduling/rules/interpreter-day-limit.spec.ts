import { describe, expect, it } from '@jest/globals';
import { anotherTalk, ask } from '../../../test/support/scheduling-builders.js';
import { interpreterDayLimit } from './interpreter-day-limit.js';

describe('the daily limit of an interpreter', () => {
  it('may be reached', () => {
    expect(
      ask(interpreterDayLimit, {
        interpreter: { maxPerDay: 2 },
        others: [anotherTalk({ interpreter: 'I1', start: '2026-10-26T14:00Z' })],
      }),
    ).toBeUndefined();
  });

  it('may not be passed', () => {
    expect(
      ask(interpreterDayLimit, {
        interpreter: { maxPerDay: 1 },
        others: [anotherTalk({ interpreter: 'I1', start: '2026-10-26T14:00Z' })],
      }),
    ).toEqual({
      rule: 'interpreter-day-limit',
      subject: { kind: 'interpreter', id: 'I1' },
      limit: 1,
      actual: 2,
    });
  });
});

import { describe, expect, it } from '@jest/globals';
import { anotherTalk, ask } from '../../../test/support/scheduling-builders.js';
import { caseworkerDayLimit } from './caseworker-day-limit.js';

describe('the daily limit of a caseworker', () => {
  it('is a number that may be reached', () => {
    expect(
      ask(caseworkerDayLimit, {
        caseworker: { maxPerDay: 2 },
        others: [anotherTalk({ caseworker: 'C1', start: '2026-10-26T07:00Z' })],
      }),
    ).toBeUndefined();
  });

  it('may not be passed', () => {
    expect(
      ask(caseworkerDayLimit, {
        caseworker: { maxPerDay: 1 },
        others: [anotherTalk({ caseworker: 'C1', start: '2026-10-26T07:00Z' })],
      }),
    ).toEqual({
      rule: 'caseworker-day-limit',
      subject: { kind: 'caseworker', id: 'C1' },
      limit: 1,
      actual: 2,
    });
  });

  it('begins anew the next day', () => {
    expect(
      ask(caseworkerDayLimit, {
        caseworker: { maxPerDay: 1 },
        others: [anotherTalk({ caseworker: 'C1', start: '2026-10-27T09:00Z' })],
      }),
    ).toBeUndefined();
  });
});

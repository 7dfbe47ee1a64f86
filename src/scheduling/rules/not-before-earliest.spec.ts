import { describe, expect, it } from '@jest/globals';
import { anAppointment, ask } from '../../../test/support/scheduling-builders.js';
import { notBeforeEarliest } from './not-before-earliest.js';

describe('the earliest date', () => {
  it('is allowed itself', () => {
    expect(ask(notBeforeEarliest, { newcomer: { earliest: '2026-10-26' } })).toBeUndefined();
  });

  it('forbids the day before', () => {
    expect(ask(notBeforeEarliest, { newcomer: { earliest: '2026-10-27' } })).toEqual({
      rule: 'not-before-earliest',
      date: '2026-10-27',
    });
  });

  it('does not bind a pinned appointment', () => {
    expect(
      ask(notBeforeEarliest, {
        newcomer: { earliest: '2026-10-27' },
        snapshot: { appointments: [anAppointment({ pinned: true })] },
      }),
    ).toBeUndefined();
  });
});

import { describe, expect, it } from '@jest/globals';
import { aTalk, anAppointment, ask } from '../../../test/support/scheduling-builders.js';
import { noticeIsKept } from './notice-is-kept.js';

describe('the notice period', () => {
  it('is kept when the talk is exactly so many days away', () => {
    expect(ask(noticeIsKept, { newcomer: { notice: 25 } })).toBeUndefined();
  });

  it('is broken one day earlier', () => {
    expect(ask(noticeIsKept, { newcomer: { notice: 26 } })).toEqual({
      rule: 'notice-is-kept',
      date: '2026-10-27',
      limit: 26,
    });
  });

  it('is not needed again for a start that is published already', () => {
    expect(
      ask(noticeIsKept, {
        newcomer: { notice: 26 },
        talk: aTalk({ room: 'R2' }),
        snapshot: { appointments: [anAppointment()] },
      }),
    ).toBeUndefined();
  });

  it('is needed again when the published start moves', () => {
    expect(
      ask(noticeIsKept, {
        newcomer: { notice: 26 },
        talk: aTalk({ start: '2026-10-26T10:00Z' }),
        snapshot: { appointments: [anAppointment()] },
      }),
    ).toEqual({ rule: 'notice-is-kept', date: '2026-10-27', limit: 26 });
  });
});

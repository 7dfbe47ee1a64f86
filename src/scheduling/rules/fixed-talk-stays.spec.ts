import { describe, expect, it } from '@jest/globals';
import { aTalk, anAppointment, ask, MONDAY_TEN } from '../../../test/support/scheduling-builders.js';
import { fixedTalkStays } from './fixed-talk-stays.js';

describe('a pinned appointment', () => {
  it('is taken over as it is', () => {
    expect(
      ask(fixedTalkStays, { snapshot: { appointments: [anAppointment({ pinned: true })] } }),
    ).toBeUndefined();
  });

  it('may not get another room', () => {
    expect(
      ask(fixedTalkStays, {
        talk: aTalk({ room: 'R2' }),
        snapshot: { appointments: [anAppointment({ pinned: true })] },
      }),
    ).toEqual({ rule: 'fixed-talk-stays', subject: { kind: 'newcomer', id: 'N1' }, from: MONDAY_TEN });
  });

  it('is the same when only its seconds are written out', () => {
    expect(
      ask(fixedTalkStays, {
        talk: aTalk({ start: '2026-10-26T09:00:00Z' }),
        snapshot: { appointments: [anAppointment({ pinned: true })] },
      }),
    ).toBeUndefined();
  });

  it('may change when it is not pinned', () => {
    expect(
      ask(fixedTalkStays, { talk: aTalk({ room: 'R2' }), snapshot: { appointments: [anAppointment()] } }),
    ).toBeUndefined();
  });
});

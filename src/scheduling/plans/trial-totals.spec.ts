import { describe, expect, it } from '@jest/globals';
import { aNewcomer, anAppointment, aSnapshot, aTalk } from '../../../test/support/scheduling-builders.js';
import { loosened } from './loosened.js';
import { trialTotals } from './trial-totals.js';

const snapshot = loosened(
  aSnapshot({
    newcomers: [aNewcomer(), aNewcomer({ id: 'N2', due: '2026-10-20' })],
    appointments: [anAppointment({ pinned: true })],
  }),
  { announced: new Map([['N1', 1]]), drafts: [] },
);

describe('the totals of a trial', () => {
  it('count the newly invited, the late among them, and changes of announced talks', () => {
    const late = aTalk({ newcomer: 'N2', start: '2026-10-27T09:00Z' });

    expect(trialTotals([aTalk(), late], snapshot)).toMatchObject({
      planned: 1,
      late: 1,
      trips: 1,
      changes: 0,
    });
    expect(trialTotals([aTalk({ start: '2026-10-27T09:45Z' }), late], snapshot)).toMatchObject({
      planned: 1,
      changes: 1,
      trips: 0,
    });
  });
});

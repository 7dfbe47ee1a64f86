import { describe, expect, it } from '@jest/globals';
import { aNewcomer, anAppointment, aSnapshot, aTalk } from '../../../test/support/scheduling-builders.js';
import { planTotals } from './plan-totals.js';

const snapshot = aSnapshot({
  newcomers: [aNewcomer(), aNewcomer({ id: 'N2', due: '2026-10-20' }), aNewcomer({ id: 'N3' })],
});

describe('the totals of a plan', () => {
  it('count people, those in time, days of waiting and the last day', () => {
    const totals = planTotals([aTalk(), aTalk({ newcomer: 'N2', start: '2026-10-26T10:00Z' })], snapshot);

    expect(totals).toMatchObject({ planned: 2, inTime: 1, waitingDays: 110, lastDay: '2026-10-26' });
  });

  it('pay one visit for two talks back to back: 90 minutes and one journey', () => {
    const apart = planTotals([aTalk(), aTalk({ newcomer: 'N2', start: '2026-10-27T09:00Z' })], snapshot);
    const together = planTotals([aTalk(), aTalk({ newcomer: 'N2', start: '2026-10-26T09:45Z' })], snapshot);

    expect(apart).toMatchObject({ moneyRappen: 2 * (9000 + 2500), trips: 2 });
    expect(together).toMatchObject({ moneyRappen: 13500 + 2500, trips: 1 });
  });

  it('leave out what stands already: joining its visit adds no journey', () => {
    const fixed = anAppointment({ newcomer: 'N3', start: '2026-10-26T09:45Z', pinned: true });
    const standing = { ...snapshot, appointments: [fixed] };

    expect(planTotals([aTalk(), fixed], standing)).toMatchObject({ planned: 1, moneyRappen: 4500, trips: 0 });
  });

  it('count what moving an announced talk saves: it joins a visit', () => {
    const fixed = anAppointment({ newcomer: 'N3', start: '2026-10-27T09:00Z', pinned: true });
    const standing = { ...snapshot, appointments: [fixed] };
    const joined = aTalk({ newcomer: 'N3', start: '2026-10-26T09:45Z' });

    expect(planTotals([aTalk()], standing, [joined])).toMatchObject({
      planned: 1,
      moneyRappen: 13500 + 2500 - (9000 + 2500),
      trips: 0,
    });
  });

  it('are nothing for an empty plan', () => {
    expect(planTotals([], snapshot)).toEqual({
      planned: 0,
      inTime: 0,
      moneyRappen: 0,
      trips: 0,
      waitingDays: 0,
      lastDay: null,
    });
  });
});

import { describe, expect, it } from '@jest/globals';
import { anAppointment, aSnapshot, aTalk } from '../../../test/support/scheduling-builders.js';
import { planCost } from '../cost/plan-cost.js';
import { buildSchedule } from '../schedule/schedule.js';
import { loosened } from './loosened.js';

const snapshot = aSnapshot({ appointments: [anAppointment({ pinned: true })] });
const later = aTalk({ start: '2026-10-26T13:00Z' });

function priceOfChange(times: number): number {
  const loose = loosened(snapshot, { announced: new Map([['N1', times]]), drafts: [] });
  return planCost(buildSchedule(loose, [later])).parts.stability;
}

describe('loosened talks', () => {
  it('change at the office’s price, as often as it counts', () => {
    const { time } = snapshot.weights.stability;

    expect(priceOfChange(1)).toBe(time);
    expect(priceOfChange(2)).toBe(2 * time);
  });

  it('change at a twentieth when nobody was told of them', () => {
    const bare = aSnapshot({ appointments: [] });
    const draft = loosened(bare, { announced: new Map(), drafts: [aTalk()] });

    expect(planCost(buildSchedule(draft, [later])).parts.stability).toBe(bare.weights.stability.time / 20);
  });

  it('leave a snapshot as it is when there are none', () => {
    expect(loosened(snapshot, { announced: new Map(), drafts: [] })).toBe(snapshot);
  });
});

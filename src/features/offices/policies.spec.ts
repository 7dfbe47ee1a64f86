import { describe, expect, it } from '@jest/globals';
import { OfficePoliciesSchema } from './policies.js';

describe('the policies of an office', () => {
  it('are complete when nothing was set', () => {
    expect(OfficePoliciesSchema.parse({})).toMatchObject({
      talkMinutes: 45,
      noticeDays: 14,
      reminderDaysBefore: [7, 1],
      weights: { late: 2000, stability: { day: 4000 } },
    });
  });

  it('keep what the office has set', () => {
    const policies = OfficePoliciesSchema.parse({ talkMinutes: 60, weights: { late: 1 } });

    expect(policies.talkMinutes).toBe(60);
    expect(policies.weights).toMatchObject({ late: 1, waiting: 50 });
  });

  it('refuse what no office can mean', () => {
    expect(OfficePoliciesSchema.safeParse({ quietFrom: '25:00' }).success).toBe(false);
  });
});

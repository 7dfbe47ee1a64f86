import { describe, expect, it } from '@jest/globals';
import { LadderPolicies, ladderOf } from './ladder-policy.js';

const invitation = { kind: 'invitation', afterDays: 0 };

describe('the ladders of an office', () => {
  it('are those of the product as long as it sets none', () => {
    expect(
      ladderOf({}, 'expected').map(({ kind, channel, afterDays }) => [kind, channel, afterDays]),
    ).toEqual([
      ['invitation', 'own', 0],
      ['answer-reminder', 'email', 7],
      ['answer-letter', 'letter', 14],
      ['second-invitation', 'own', 28],
    ]);
    expect(ladderOf({}, 'voluntary').map(({ kind }) => kind)).toEqual(['invitation', 'answer-reminder']);
  });

  it('may be set for one group and stay for the other', () => {
    const policies = { ladders: { voluntary: [invitation] } };

    expect(ladderOf(policies, 'voluntary')).toHaveLength(1);
    expect(ladderOf(policies, 'expected')).toHaveLength(4);
  });

  it.each([
    ['no rung', [], 'ladder-begins-with-invitation'],
    ['a first rung that waits', [{ ...invitation, afterDays: 1 }], 'ladder-begins-with-invitation'],
    ['a kind twice', [invitation, { ...invitation, afterDays: 3 }], 'ladder-kind-twice'],
    [
      'two rungs on a day',
      [invitation, { kind: 'answer-reminder', afterDays: 7 }, { kind: 'answer-letter', afterDays: 7 }],
      'ladder-days-not-growing',
    ],
  ])('with %s are refused, with the place', (_, expected, message) => {
    const result = LadderPolicies.safeParse({ ladders: { expected } });

    expect(result.error?.issues.map((issue) => issue.message)).toContain(message);
    expect(result.error?.issues[0]?.path.slice(0, 2)).toEqual(['ladders', 'expected']);
  });
});

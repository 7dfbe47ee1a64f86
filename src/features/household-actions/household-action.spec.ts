import { describe, expect, it } from '@jest/globals';
import { householdActions, obstacleTo, type ActionFacts } from './household-action.js';

const waiting: ActionFacts = {
  state: 'open',
  hasOpenTalk: false,
  isSuspended: false,
  channel: 'email',
  hasAddress: true,
  acceptsRemoteInterpreter: false,
};

describe('an action on many households', () => {
  it.each([
    ['invite', {}, 'already'],
    ['invite', { state: 'not-invited' }, undefined],
    ['invite', { state: 'planned', hasOpenTalk: true }, 'has-talk'],
    ['not-invite', {}, undefined],
    ['not-invite', { hasOpenTalk: true, state: 'planned' }, 'has-talk'],
    ['not-invite', { state: 'done' }, 'talk-held'],
    ['write', { state: 'written' }, 'already'],
    ['suspend', { isSuspended: true }, 'already'],
    ['suspend', { state: 'planned', hasOpenTalk: true }, undefined],
    ['resume', {}, 'already'],
    ['letter', { hasAddress: false }, 'no-address'],
    ['letter', { channel: 'letter' }, 'already'],
    ['remote', {}, undefined],
    ['remote', { acceptsRemoteInterpreter: true }, 'already'],
  ] as const)('%s of %j: %s', (action, facts, obstacle) => {
    expect(obstacleTo(action, { ...waiting, ...facts })).toBe(obstacle);
  });

  it('leaves everyone out who has moved away', () => {
    const left = householdActions.map((action) => obstacleTo(action, { ...waiting, state: 'moved-away' }));

    expect(new Set(left)).toEqual(new Set(['moved-away']));
  });
});

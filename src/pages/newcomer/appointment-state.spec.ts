import { describe, expect, it } from '@jest/globals';
import type { TalkView } from '../../features/talks/index.js';
import { appointmentState, isAhead } from './appointment-state.js';

const talk = (state: TalkView['state']): Pick<TalkView, 'state' | 'startsAt' | 'endsAt'> => ({
  state,
  startsAt: new Date('2027-01-28T13:00Z'),
  endsAt: new Date('2027-01-28T13:45Z'),
});

const BEFORE = new Date('2027-01-28T12:59Z');
const AT_START = new Date('2027-01-28T13:00Z');
const AT_END = new Date('2027-01-28T13:45Z');

describe('what a link opens', () => {
  it.each([
    ['invited', 'invited'],
    ['confirmed', 'confirmed'],
    ['change-requested', 'wished'],
    ['cancelled', 'cancelled'],
    ['held', 'past'],
    ['no-show', 'past'],
    ['stopped', 'past'],
    ['written', 'past'],
    ['planned', 'arranging'],
  ] as const)('before a talk that is %s is %s', (state, expected) => {
    expect(appointmentState('valid', talk(state), BEFORE)).toBe(expected);
  });

  it('is a talk that runs from its first to its last minute', () => {
    expect(appointmentState('valid', talk('confirmed'), AT_START)).toBe('running');
    expect(appointmentState('valid', talk('confirmed'), AT_END)).toBe('past');
  });

  it('is nothing when the link is too old or was taken back, whatever the talk does', () => {
    expect(appointmentState('expired', talk('invited'), BEFORE)).toBe('expired');
    expect(appointmentState('revoked', talk('invited'), BEFORE)).toBe('revoked');
  });

  it('knows whether there is still a talk to come', () => {
    expect(isAhead(talk('invited'), BEFORE)).toBe(true);
    expect(isAhead(talk('invited'), AT_START)).toBe(false);
    expect(isAhead(talk('cancelled'), BEFORE)).toBe(false);
    expect(isAhead(talk('planned'), BEFORE)).toBe(false);
  });
});

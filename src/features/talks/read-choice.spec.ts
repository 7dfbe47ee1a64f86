import { describe, expect, it } from '@jest/globals';
import { readChoice } from './read-choice.js';
import type { TalkChoice } from './talk.js';

const now = new Date('2027-01-11T08:00:00Z');
const choice: TalkChoice = {
  startsAt: '2027-02-01T10:00:00+01:00',
  mode: 'onsite',
  roomId: 1,
  caseworkerId: 2,
  interpreterId: 3,
  interpreterMode: 'onsite',
  language: 'ti',
};

describe('reading a chosen time', () => {
  it('gives the start in UTC', () => {
    expect(readChoice(choice, now).startsAt).toBe('2027-02-01T09:00:00.000Z');
  });

  it('refuses a start that is over', () => {
    expect(() => readChoice({ ...choice, startsAt: '2027-01-11T08:00:00Z' }, now)).toThrow(
      'talk-in-the-past',
    );
  });

  it.each<[string, Partial<TalkChoice>]>([
    ['no time at all', { startsAt: 'soon' }],
    ['a start within a minute', { startsAt: '2027-02-01T10:00:30Z' }],
    ['a start in a far future', { startsAt: '2099-02-01T10:00:00Z' }],
    ['a talk on site without a room', { roomId: null }],
    ['a talk by video with a room', { mode: 'video' }],
    ['an interpreter without a mode', { interpreterMode: null }],
    ['a mode without an interpreter', { interpreterId: null }],
    ['a number no database knows', { caseworkerId: 3_000_000_000 }],
    ['a broken number', { roomId: 1.5 }],
  ])('refuses %s', (_what, change) => {
    expect(() => readChoice({ ...choice, ...change }, now)).toThrow('talk-choice-unreadable');
  });
});

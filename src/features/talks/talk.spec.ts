import { describe, expect, it } from '@jest/globals';
import {
  isAt,
  isComing,
  stateBefore,
  verdictOnChanging,
  verdictOnConfirming,
  verdictOnOutcome,
  verdictOnUndoing,
  type Talk,
  type TalkState,
} from './talk.js';

const startsAt = new Date('2027-01-25T09:00Z');
const before = new Date('2027-01-25T08:59:59Z');
const during = new Date('2027-01-25T09:00Z');

function aTalk(change: Partial<Talk> = {}): Talk {
  return {
    id: '01943c5e-0000-7000-8000-000000000000',
    officeId: 1,
    householdId: 2,
    startsAt,
    endsAt: new Date('2027-01-25T09:45Z'),
    mode: 'onsite',
    siteId: 3,
    roomId: 4,
    caseworkerId: 5,
    interpreterId: 6,
    interpreterMode: 'onsite',
    language: 'ti',
    interpreterState: null,
    state: 'invited',
    stateBeforeOutcome: null,
    revision: 3,
    version: 7,
    updatedAt: new Date('2027-01-11T08:00Z'),
    ...change,
  };
}

const open: TalkState[] = ['planned', 'invited', 'confirmed', 'change-requested'];
const closed: TalkState[] = ['cancelled', 'held', 'no-show', 'stopped', 'written'];

describe('a talk', () => {
  it.each(open)('is coming while it is %s and has not begun', (state) => {
    expect(isComing(aTalk({ state }), before)).toBe(true);
    expect(isComing(aTalk({ state }), during)).toBe(false);
  });

  it.each(closed)('is not coming when it is %s', (state) => {
    expect(isComing(aTalk({ state }), before)).toBe(false);
    expect(verdictOnChanging(aTalk({ state }), 7, before)).toBe('not-open');
    expect(verdictOnConfirming(aTalk({ state }), 3, before)).toBe('not-open');
  });

  it('is confirmed by whoever saw its revision, and by nobody before it is published', () => {
    expect(verdictOnConfirming(aTalk(), 3, before)).toBe('confirm');
    expect(verdictOnConfirming(aTalk({ state: 'change-requested' }), 3, before)).toBe('confirm');
    expect(verdictOnConfirming(aTalk({ state: 'confirmed' }), 3, before)).toBe('already-confirmed');
    expect(verdictOnConfirming(aTalk(), 2, before)).toBe('changed-meanwhile');
    expect(verdictOnConfirming(aTalk({ state: 'planned' }), 3, before)).toBe('not-open');
  });

  it('is changed only by whoever saw its version', () => {
    expect(verdictOnChanging(aTalk(), 7, before)).toBe('change');
    expect(verdictOnChanging(aTalk(), 6, before)).toBe('changed-meanwhile');
    expect(verdictOnChanging(aTalk(), 7, during)).toBe('not-open');
  });

  it('has an outcome from its start on, which another one may replace', () => {
    expect(verdictOnOutcome(aTalk(), 7, before)).toBe('not-begun');
    expect(verdictOnOutcome(aTalk(), 7, during)).toBe('record');
    expect(verdictOnOutcome(aTalk({ state: 'held' }), 7, during)).toBe('record');
    expect(verdictOnOutcome(aTalk(), 6, during)).toBe('changed-meanwhile');
    expect(verdictOnOutcome(aTalk({ state: 'planned' }), 7, during)).toBe('not-open');
    expect(verdictOnOutcome(aTalk({ state: 'cancelled' }), 7, during)).toBe('not-open');
  });

  it('can lose an outcome again, and only that', () => {
    const held = aTalk({ state: 'held', stateBeforeOutcome: 'confirmed' });

    expect(verdictOnUndoing(held, 7)).toBe('undo');
    expect(verdictOnUndoing(held, 6)).toBe('changed-meanwhile');
    expect(verdictOnUndoing(aTalk(), 7)).toBe('not-open');
    expect(stateBefore(held)).toBe('confirmed');
    expect(stateBefore(aTalk({ state: 'confirmed' }))).toBe('confirmed');
  });

  it('is somewhere only when everything of the place is the same', () => {
    const place = { ...aTalk(), startsAt: '2027-01-25T10:00:00+01:00' };

    expect(isAt(aTalk(), place)).toBe(true);
    for (const change of [
      { startsAt: '2027-01-25T10:15:00+01:00' },
      { roomId: 9 },
      { caseworkerId: 9 },
      { interpreterId: null },
      { interpreterMode: 'phone' as const },
      { language: 'de' },
      { mode: 'video' as const },
    ]) {
      expect(isAt(aTalk(), { ...place, ...change })).toBe(false);
    }
  });
});

import { describe, expect, it } from '@jest/globals';
import { isKeptByRerun, isPublishable, markOf, rowAfter, type RowState } from './plan.js';

const row = (state: RowState, before: RowState | null = null) => ({ state, before });

describe('a row of a plan', () => {
  it('is accepted, pinned or left out, and each can be undone once', () => {
    expect(rowAfter(row('proposed'), 'accept')).toEqual({ state: 'accepted', before: 'proposed' });
    expect(rowAfter(row('accepted', 'proposed'), 'undo')).toEqual({ state: 'proposed', before: null });
    expect(rowAfter(row('accepted'), 'pin')).toEqual({ state: 'pinned', before: 'accepted' });
    expect(rowAfter(row('pinned'), 'leave-out')).toEqual({ state: 'left-out', before: 'pinned' });
    expect(rowAfter(row('proposed'), 'undo')).toBeUndefined();
  });

  it('stays a change by hand when it is accepted too', () => {
    expect(rowAfter(row('changed', 'proposed'), 'accept')).toEqual(row('changed', 'proposed'));
  });

  it('does not change by the same action twice', () => {
    expect(rowAfter(row('accepted', 'proposed'), 'accept')).toEqual(row('accepted', 'proposed'));
  });

  it('is over when it is published', () => {
    expect(rowAfter(row('published'), 'leave-out')).toBeUndefined();
  });

  it('stays where it is in a new run when somebody decided on it', () => {
    const states: RowState[] = ['proposed', 'accepted', 'changed', 'pinned', 'left-out', 'conflict'];
    expect(states.filter(isKeptByRerun)).toEqual(['accepted', 'changed', 'pinned']);
  });

  it('is published unless it is left out, in conflict, or published already', () => {
    const states: RowState[] = ['proposed', 'left-out', 'published', 'conflict', 'pinned'];
    expect(states.filter(isPublishable)).toEqual(['proposed', 'pinned']);
  });
});

describe('the difference between two editions', () => {
  const place = { startsAt: '2027-01-25T09:00:00.000Z', roomId: 1, caseworkerId: 2, interpreterId: null };

  it('is marked when time, room or people differ, and only then', () => {
    expect(markOf(place, undefined)).toBe('new');
    expect(markOf(place, { ...place, startsAt: '2027-01-25T09:00Z' })).toBeNull();
    expect(markOf(place, { ...place, roomId: 7 })).toBe('moved');
    expect(markOf(place, { ...place, interpreterId: 7 })).toBe('moved');
  });
});

import { describe, expect, it } from '@jest/globals';
import { cancellationOf, halfDaysOf, revisionOf, startOf } from './newcomer.forms.js';

describe('the forms of newcomers', () => {
  it.each([
    [{ revision: '3' }, 3],
    [{ revision: '' }, 0],
    [{ revision: '1.5' }, 0],
    [{ revision: '-1' }, 0],
    [{}, 0],
    [undefined, 0],
    ['text', 0],
  ])('read the revision of %j as %i', (body, expected) => {
    expect(revisionOf(body)).toBe(expected);
  });

  it('take a start in UTC and nothing else', () => {
    expect(startOf({ start: '2027-01-28T13:00:00.000Z' })).toBe('2027-01-28T13:00:00.000Z');
    expect(startOf({ start: 'tomorrow' })).toBeUndefined();
    expect(startOf({ start: ['2027-01-28T13:00:00.000Z'] })).toBeUndefined();
    expect(startOf({})).toBeUndefined();
  });

  it('take one or several half days, in the order of the week', () => {
    expect(halfDaysOf({ 'half-days': 'tue-morning' })).toEqual(['tue-morning']);
    expect(halfDaysOf({ 'half-days': ['fri-afternoon', 'mon-morning', 'mon-morning'] })).toEqual([
      'mon-morning',
      'fri-afternoon',
    ]);
    expect(halfDaysOf({ 'half-days': 'sunday-night' })).toEqual([]);
    expect(halfDaysOf({})).toEqual([]);
  });

  it('cancel only what was sent from the page that asks', () => {
    expect(cancellationOf({ sure: 'yes', reason: 'ill' })).toEqual({ reason: 'ill' });
    expect(cancellationOf({ sure: 'yes' })).toEqual({ reason: undefined });
    expect(cancellationOf({ sure: 'yes', reason: '<b>' })).toEqual({ reason: undefined });
    expect(cancellationOf({ reason: 'ill' })).toBeUndefined();
    expect(cancellationOf(undefined)).toBeUndefined();
  });
});
